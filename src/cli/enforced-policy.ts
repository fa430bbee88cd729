/** The policy that a run is to be held to, from the file that the user names, in any format that holds policies. */
import { InputError, UsageError } from "../errors.ts";
import type { EnforcedPolicy } from "../pipeline.ts";
import { policyFormatOf } from "./policy-format.ts";
import type { OptionValues } from "./program.ts";
import { isOn, policySettings, textOf, wasTyped } from "./settings.ts";
import { readUserFile } from "./user-file.ts";

/** The policy as options ask for it; undefined where they do not. Throws `UsageError` at once, `InputError` when read. */
export function enforcedPolicy(options: OptionValues): (() => Promise<EnforcedPolicy>) | undefined {
  const path = textOf(options, "enforce");
  const logOnly = isOn(options, "enforce-log");
  if (path === undefined) {
    mustNotSelect(options);
    if (!logOnly) return undefined;
    throw new UsageError("missing-option", "`--enforce-log` needs a policy", { hint: "add `--enforce policy.json`" });
  }
  const { account, partition, region } = policySettings(options);
  const assumed = { ...(account && { account }), ...(region && { region }), ...(partition && { partition }) };
  const format = policyFormatOf(path);
  return async () => {
    const { policies } = await (await format.load())(readUserFile({ what: "policy", path }), path);
    if (policies.length === 0) throw new InputError("no-policy", `\`${path}\` holds no policy of an identity`);
    const { choosePolicy } = await import("../merge/choose-policy.ts");
    const { statements } = choosePolicy(policies, { fileName: path, select: textOf(options, "select") });
    // What the file computes stands as `*`: enough for an Allow, too much for a Deny.
    const certain = statements.filter(({ statement, isComputed }) => statement.Effect === "Allow" || !isComputed);
    const document = { Version: "2012-10-17", Statement: certain.map(({ statement }) => statement) } as const;
    return { document, name: path, logOnly, refuseUndecoded: isOn(options, "strict"), assumed };
  };
}

/** It would choose from no file. */
function mustNotSelect(options: OptionValues): void {
  if (!wasTyped(options, "select")) return;
  throw new UsageError("missing-option", "`--select` chooses from a policy file, and there is none", {
    hint: "add `--enforce FILE`",
  });
}
