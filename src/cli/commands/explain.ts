/** `iamgen explain`: which calls caused a statement, action or ARN, and why. */
import { existsSync } from "node:fs";
import { InputError } from "../../errors.ts";
import { assess } from "../assess.ts";
import type { Command } from "../command.ts";
import { strictFindings } from "../coverage.ts";
import { EXIT } from "../exit-codes.ts";
import { explanationLines, explanationText, selectCalls } from "../explanation.ts";
import { noCallReason } from "../no-call-reason.ts";
import { openChosen } from "../recording-choice.ts";
import { isOn, policySettings } from "../settings.ts";
import { judged } from "../strict.ts";

export const explain: Command = async ({ options, operands }, context) => {
  const settings = policySettings(options);
  const { recordings, selector } = splitOperands(operands);
  const recording = openChosen(recordings, context);
  const { explained, policySet, coverage } = await assess(recording, settings);
  const chosen = selectCalls(explained, policySet, selector);
  if (chosen.length === 0 && selector !== undefined) {
    throw new InputError("nothing-selected", `no call of this recording needs or is \`${selector}\``, {
      hint: "name a Sid, action, ARN or operation; `iamgen explain` alone shows all calls",
    });
  }
  if (explained.length === 0) context.output.warn(`NO AWS CALL SEEN: ${noCallReason(recording)}`);
  await context.output.artefact(isOn(options, "json") ? explanationLines(chosen) : explanationText(chosen));
  return judged(EXIT.success, isOn(options, "strict") ? strictFindings(coverage) : [], context);
};

/** Files come first; a last operand that is no file selects. */
export function splitOperands(operands: readonly string[]): {
  readonly recordings: readonly string[];
  readonly selector: string | undefined;
} {
  const last = operands.at(-1);
  const isFile = last === undefined || existsSync(last) || /^(?!arn:).*(?:\/|\.(?:nd)?jsonl?$)/.test(last);
  return isFile ? { recordings: operands, selector: undefined } : { recordings: operands.slice(0, -1), selector: last };
}
