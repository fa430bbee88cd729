/** `iamgen report`: what was seen, and what could not be. */
import { explainCalls, policiesOf } from "../../pipeline.ts";
import type { Command } from "../command.ts";
import { coverageOf, strictFindings } from "../coverage.ts";
import { EXIT } from "../exit-codes.ts";
import { openChosen } from "../recording-choice.ts";
import { reportJson } from "../report-json.ts";
import { reportText } from "../report-text.ts";
import { isOn, policySettings } from "../settings.ts";
import { judged } from "../strict.ts";

export const report: Command = async ({ options, operands }, context) => {
  const settings = policySettings(options);
  const recording = openChosen(operands, context);
  const coverage = coverageOf(recording, explainCalls(recording, settings));
  const facts = { recording, coverage, policySet: policiesOf(recording, settings) };
  await context.output.artefact(isOn(options, "json") ? reportJson(facts) : reportText(facts));
  return judged(EXIT.success, isOn(options, "strict") ? strictFindings(coverage) : [], context);
};
