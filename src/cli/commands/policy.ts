/** `iamgen policy`: the policy of recordings that exist already. */
import { assess } from "../assess.ts";
import type { Command } from "../command.ts";
import { strictFindings } from "../coverage.ts";
import { EXIT, provedExitCode } from "../exit-codes.ts";
import { plantedFault } from "../planted-fault.ts";
import {
  namedFiles,
  policyRenderer,
  policyText,
  referenceWish,
  unusedTemplates,
  writePolicies,
} from "../policy-output.ts";
import { openChosen } from "../recording-choice.ts";
import { referenceSource } from "../reference-source.ts";
import { isOn, policySettings, textOf } from "../settings.ts";
import { judged } from "../strict.ts";
import { summaryLines, tell } from "../summary.ts";

export const policy: Command = async ({ options, operands }, context) => {
  const settings = { ...policySettings(options), ...plantedFault(context.environment) };
  const render = policyRenderer(options);
  const source = await referenceSource(options, () => referenceWish(options));
  const assessment = await assess(await openChosen(operands, context), settings);
  const references = await source?.referencesFor(assessment.policySet);
  const files = await render(assessment.policySet, references);
  const path = textOf(options, "output") ?? "-";
  const written = path === "-" ? [] : writePolicies(files, path);
  if (path === "-") await context.output.artefact(policyText(files));
  tell(summaryLines(assessment), context.output);
  for (const note of references?.notes ?? []) context.output.note(note);
  const unused = unusedTemplates(options, assessment.policySet);
  for (const clause of unused) context.output.warn(clause);
  if (written.length > 0) context.output.note(`policy in ${namedFiles(written)}`);
  const findings = strictFindings(assessment.coverage);
  if (findings.length > 0) context.output.note(`next: ${["iamgen report", ...operands].join(" ")}`);
  const exitCode = provedExitCode(assessment.policySet.policies.map(({ proof }) => proof));
  if (exitCode === EXIT.bug)
    context.output.warn(`attach to the report: ${operands.join(", ") || "the newest recording"}`);
  return judged(exitCode, isOn(options, "strict") ? [...findings, ...unused] : [], context);
};
