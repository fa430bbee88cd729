/** `iamgen report`: what was seen, and what could not be. */
import { assess } from "../assess.ts";
import type { Command } from "../command.ts";
import { strictFindings } from "../coverage.ts";
import { EXIT } from "../exit-codes.ts";
import { openChosen } from "../recording-choice.ts";
import { reportJson } from "../report-json.ts";
import { reportText } from "../report-text.ts";
import { isOn, policySettings } from "../settings.ts";
import { judged } from "../strict.ts";

export const report: Command = async ({ options, operands }, context) => {
  const settings = { ...policySettings(options), ...(isOn(options, "json") ? { proofDetail: true } : {}) };
  const facts = await assess(await openChosen(operands, context), settings);
  const { output } = context;
  await output.artefact(isOn(options, "json") ? reportJson(facts) : reportText(facts, output.page));
  return judged(EXIT.success, isOn(options, "strict") ? strictFindings(facts.coverage) : [], context);
};
