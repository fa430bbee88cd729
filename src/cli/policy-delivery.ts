/** Where the policy of a finished run goes: a run may have taken an hour, so it must not get lost on the last step. */
import type { RenderedFile } from "../render/renderer.ts";
import type { Context } from "./command.ts";
import { namedFiles, policyText, writePolicies } from "./policy-output.ts";

export interface Delivery {
  readonly files: readonly RenderedFile[];
  /** As given with `-o`. */
  readonly output: string | undefined;
  /** Absent where there is no complete recording on disk. */
  readonly recordingPath: string | undefined;
}

/**
 * To the file asked for (`-`: stdout); else to the terminal; else beside the recording, for stdout is the command's. What cannot be
 * written is printed to stderr. Returns the files, if any.
 */
export async function deliverPolicy(
  delivery: Delivery,
  { output }: Pick<Context, "output">,
): Promise<string | undefined> {
  const { files, recordingPath } = delivery;
  if (files.length === 0) return undefined;
  const unasked = output.stdoutIsTerminal
    ? "-"
    : recordingPath?.replace(/(?:\.ndjson)?$/, `.policy.${files[0]?.extension}`);
  const path = delivery.output ?? unasked;
  try {
    if (path === "-") {
      await output.artefact(policyText(files));
      return undefined;
    }
    if (path !== undefined) return namedFiles(writePolicies(files, path));
  } catch (error) {
    output.problem(error);
  }
  output.aside(policyText(files));
  return undefined;
}
