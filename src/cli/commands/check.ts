/** `iamgen check`: what was observed against a policy that the team has: what it lacks, and what it allows without need. */
import { InputError, UsageError } from "../../errors.ts";
import { atHome, commonHome } from "../../merge/at-home.ts";
import { checkPolicy, type PolicyCheck } from "../../merge/check-policy.ts";
import { choosePolicy } from "../../merge/choose-policy.ts";
import type { FoundPolicy } from "../../merge/policy-file.ts";
import { actionTables } from "../../pipeline.ts";
import { homeOf } from "../../render/policy-template.ts";
import { assess } from "../assess.ts";
import { checkText } from "../check-formats.ts";
import { openLimits } from "../check-limits.ts";
import { failuresOf } from "../check-results.ts";
import type { Command } from "../command.ts";
import { strictFindings } from "../coverage.ts";
import { EXIT } from "../exit-codes.ts";
import { lintPolicies } from "../lint-policies.ts";
import { noCallReason } from "../no-call-reason.ts";
import { oneOf } from "../option-values.ts";
import { CHECK_FORMATS, FAIL_ON } from "../options.ts";
import { fileWish, policyFormatOf } from "../policy-format.ts";
import { openChosen } from "../recording-choice.ts";
import { mustHoldReferences, referenceSource } from "../reference-source.ts";
import { repositoryPath } from "../repository-path.ts";
import { isOn, policySettings, textOf, valued } from "../settings.ts";
import { judged } from "../strict.ts";
import { readUserFile } from "../user-file.ts";

export const check: Command = async (invocation, context) => {
  const { options, operands } = invocation;
  if (textOf(options, "lint") !== undefined) return lintPolicies(invocation, context);
  const path = textOf(options, "against");
  if (path === undefined) {
    throw new UsageError("missing-option", "no file to check", {
      hint: "for example `--against policy.json`, or `--lint policy.json` to judge it by itself",
    });
  }
  const settings = policySettings(options);
  const format = valued(options, "format", (typed) => oneOf(typed, CHECK_FORMATS)) ?? "text";
  const failOn = valued(options, "fail-on", (typed) => oneOf(typed, FAIL_ON)) ?? "missing";
  const read = await policyFormatOf(path).load();
  const source = await referenceSource(options, fileWish(path, `--against ${path}`));
  const text = readUserFile({ what: "policy", path });
  const { policies } = await read(text, path);
  if (policies.length === 0) throw new InputError("no-policy", `\`${path}\` holds no policy of an identity`);
  const chosen = choosePolicy(policies, { fileName: path, select: textOf(options, "select") });
  mustBeReadable(chosen, path);
  mustHoldReferences(source, path, chosen.address);
  const limitsFor = await openLimits(options);
  const recording = await openChosen(operands, context);
  const { explained, policySet, coverage } = await assess(recording, settings);
  if (explained.length === 0) context.output.warn(`NO AWS CALL SEEN: ${noCallReason(recording)}`);

  const references = await source?.referencesFor(policySet, { path, address: chosen.address });
  for (const note of references?.notes ?? []) context.output.note(note);
  const needed = policySet.policies.flatMap((one) => one.needed);
  const home = commonHome(policySet.policies.map(homeOf));
  const surroundings = atHome({ home, needed, tool: fileWish(path, path).tool, references });
  const resolved = await read(text, path, surroundings);
  const policy = resolved.policies.find(({ address }) => address === chosen.address) ?? chosen;
  const place = repositoryPath(path, context.workingDirectory);
  const limits = await limitsFor(surroundings);
  const found = checkPolicy(policy, needed, { tables: await actionTables(), limits });
  await context.output.artefact(checkText(format, found, { path: place, address: policy.address }));
  const notes = [...surroundings.taken().map((line) => `${path}: ${line}`), ...leftOpen(policy, found, path)];
  for (const note of [...notes, ...(source === undefined ? unresolved(found, path) : [])]) context.output.note(note);
  const failures = failuresOf(found, failOn);
  if (failures.length > 0) context.output.warn(`${path}: ${failures.join(", ")}`);
  const exitCode = failures.length > 0 ? EXIT.findings : EXIT.success;
  return judged(exitCode, isOn(options, "strict") ? strictFindings(coverage) : [], context);
};

/** Of statements that something else writes nothing is known: neither what is missing nor what is too much. */
function mustBeReadable({ address, statements, notEditable }: FoundPolicy, path: string): void {
  if (notEditable === undefined || statements.length > 0) return;
  throw new InputError("policy-unreadable", `cannot read \`${address}\` of \`${path}\`: ${notEditable}`, {
    hint: "check what is deployed instead: save its document as JSON",
  });
}

/** What the policy may allow besides, without need: excess says nothing of it. */
function leftOpen({ address, isPartial }: FoundPolicy, { unknown }: PolicyCheck, path: string): readonly string[] {
  const open = "what it allows without need is not known";
  const computed = unknown.map(({ sid, region }) => {
    const name = sid === undefined ? "the statement" : `statement \`${sid}\``;
    return `${path}:${region.startLine}: ${name} computes its actions: ${open}`;
  });
  return isPartial ? [...computed, `\`${address}\` of ${path} takes statements from elsewhere: ${open}`] : computed;
}

/** What only a reference allows is told, and how it can be read. */
function unresolved({ missing }: PolicyCheck, path: string): readonly string[] {
  const { tool } = fileWish(path, path);
  if (tool === undefined || !missing.some(({ why }) => why === "uncertain")) return [];
  const options = tool === "terraform" ? "`--terraform-state`" : "`--cloudformation-template` or `--cdk-out`";
  return [`what ${path} refers to can be known: ${options}`];
}
