/** Which policy of a file is meant: the one that is asked for, or the only one. */
import { InputError } from "../errors.ts";
import type { FoundPolicy } from "./policy-file.ts";

/** `fileName` is for the messages. */
export interface PolicyChoice {
  readonly fileName: string;
  /** An address; absent: the only policy. */
  readonly select: string | undefined;
}

/** Throws an `InputError` that lists the addresses where the choice is open. */
export function choosePolicy(policies: readonly FoundPolicy[], { fileName, select }: PolicyChoice): FoundPolicy {
  const [first, ...others] = policies;
  if (first === undefined) {
    const isTerraformJson = fileName.endsWith(".tf.json");
    throw new InputError("no-policy", `\`${fileName}\` holds no policy of an identity`, {
      hint: isTerraformJson
        ? "policy documents are read in .tf files; `iamgen policy --format terraform-json -o FILE` writes such a file anew"
        : "`--create` adds one",
    });
  }
  const list = policies.map(({ address, region }) => `${address || "(the file itself)"} in line ${region.startLine}`);
  if (select !== undefined) {
    const found = policies.find(({ address }) => address === select);
    if (found !== undefined) return found;
    throw new InputError("no-such-policy", `no policy of \`${fileName}\` has the address \`${select}\``, {
      hint: `there are: ${list.join("; ")}`,
    });
  }
  if (others.length === 0) return first;
  throw new InputError("several-policies", `\`${fileName}\` holds ${policies.length} policies`, {
    hint: `choose one with \`--select ADDRESS\`: ${list.join("; ")}`,
  });
}
