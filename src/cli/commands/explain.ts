/** `iamgen explain`: which calls caused a statement, action or ARN, and why. */
import { existsSync } from "node:fs";
import { InputError, UsageError } from "../../errors.ts";
import { type ExplainedCall, statementProvenance } from "../../pipeline.ts";
import { type Assessment, assess } from "../assess.ts";
import type { Command } from "../command.ts";
import { strictFindings } from "../coverage.ts";
import { EXIT, provedExitCode } from "../exit-codes.ts";
import { explanationLines, explanationText, selectCalls } from "../explanation.ts";
import { noCallReason } from "../no-call-reason.ts";
import { plantedFault } from "../planted-fault.ts";
import type { OptionValues } from "../program.ts";
import { proofLines, proofText } from "../proof-text.ts";
import { openChosen } from "../recording-choice.ts";
import { isOn, policySettings } from "../settings.ts";
import { judged } from "../strict.ts";
import { timelineLines, timelineText } from "../timeline-text.ts";
import { wrappedText } from "../wrapped-lines.ts";

export const explain: Command = async ({ options, operands }, context) => {
  const detail = isOn(options, "proof") ? { proofDetail: true } : {};
  const settings = { ...policySettings(options), ...detail, ...plantedFault(context.environment) };
  const { recordings, selector } = splitOperands(operands);
  mustBeOneView(options, selector);
  const recording = await openChosen(recordings, context);
  const assessment = await assess(recording, settings);
  const { explained, policySet, coverage } = assessment;
  const chosen = selectCalls(explained, policySet, selector);
  if (chosen.length === 0 && selector !== undefined) {
    throw new InputError("nothing-selected", `no call of this recording needs or is \`${selector}\``, {
      hint: "name a Sid, action, ARN, operation or line of code; `iamgen explain` alone shows all calls",
    });
  }
  if (explained.length === 0) context.output.warn(`NO AWS CALL SEEN: ${noCallReason(recording)}`);
  const view = viewOf(options, assessment, chosen);
  await context.output.artefact(isOn(options, "json") ? view : wrappedText(view, context.output.page.columns));
  const exitCode = isOn(options, "proof") ? provedExitCode(policySet.policies.map(({ proof }) => proof)) : EXIT.success;
  return judged(exitCode, isOn(options, "strict") ? strictFindings(coverage) : [], context);
};

function mustBeOneView(options: OptionValues, selector: string | undefined): void {
  if (!isOn(options, "proof") || (selector === undefined && !isOn(options, "timeline"))) return;
  const other = selector === undefined ? "`--timeline`" : `\`${selector}\``;
  throw new UsageError("conflicting-options", `cannot use \`--proof\` with ${other}: it is of the policy as a whole`, {
    hint: "iamgen explain --proof",
  });
}

function viewOf(options: OptionValues, assessment: Assessment, chosen: readonly ExplainedCall[]): string {
  const { recording, policySet } = assessment;
  const isJson = isOn(options, "json");
  if (isOn(options, "proof")) {
    const statements = statementProvenance(recording, policySet);
    return isJson ? proofLines(policySet, statements) : proofText(policySet, statements);
  }
  if (!isOn(options, "timeline")) return isJson ? explanationLines(chosen) : explanationText(chosen);
  if (recording.attempts === undefined) {
    throw new InputError("no-attempts", "this recording does not tell single attempts, only distinct calls", {
      hint: "record with `iamgen run --timeline -- …`",
    });
  }
  const calls = chosen.map(({ call }) => call);
  return isJson ? timelineLines(recording.attempts, calls) : timelineText(recording.attempts, calls);
}

/** Files come first; a last operand that is no file selects. A line of code (`src/upload.ts:42`) is none. */
export function splitOperands(operands: readonly string[]): {
  readonly recordings: readonly string[];
  readonly selector: string | undefined;
} {
  const last = operands.at(-1);
  const isFile =
    last === undefined || last === "-" || existsSync(last) || /^(?!arn:|.*:\d+$).*(?:\/|\.(?:nd)?jsonl?$)/.test(last);
  return isFile ? { recordings: operands, selector: undefined } : { recordings: operands.slice(0, -1), selector: last };
}
