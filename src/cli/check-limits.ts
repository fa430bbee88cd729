/** What has to allow the calls besides a policy: permissions boundaries, session policies, policies of the organization. */
import { InputError } from "../errors.ts";
import type { Limit } from "../merge/check-policy.ts";
import type { References } from "../merge/references.ts";
import { policyFormatOf } from "./policy-format.ts";
import type { OptionValues } from "./program.ts";
import { limitFiles } from "./settings.ts";
import { readUserFile } from "./user-file.ts";

/** The policies of `--within`, with what they refer to once that is known. Throws `InputError` for what holds not one policy. */
export async function openLimits(
  options: OptionValues,
): Promise<(references: References) => Promise<readonly Limit[]>> {
  const files = await Promise.all(
    limitFiles(options).map(async (path) => {
      const read = await policyFormatOf(path).load();
      const text = readUserFile({ what: "policy", path });
      return async (references?: References): Promise<Limit> => {
        const { policies } = await read(text, path, references);
        const [policy, second] = policies;
        if (policy !== undefined && second === undefined) return { name: path, policy };
        throw new InputError(
          "no-single-policy",
          `\`${path}\` holds ${policies.length || "no"} policies, and one is meant`,
          {
            hint: "save the document of the limit as JSON",
          },
        );
      };
    }),
  );
  for (const open of files) await open();
  return (references) => Promise.all(files.map((open) => open(references)));
}
