/** `iamgen check --lint FILE`: the policies of a file judged by themselves, without a recording. */
import { InputError, UsageError } from "../errors.ts";
import { choosePolicy } from "../merge/choose-policy.ts";
import { lintFile } from "../merge/lint-file.ts";
import { lintContext } from "../pipeline.ts";
import { ATTACHMENTS } from "../render/formats.ts";
import type { Command } from "./command.ts";
import { EXIT } from "./exit-codes.ts";
import { lintSummary, lintText } from "./lint-formats.ts";
import { oneOf } from "./option-values.ts";
import { CHECK_FORMATS, FAIL_ON } from "./options.ts";
import { policyFormatOf } from "./policy-format.ts";
import type { OptionValues } from "./program.ts";
import { repositoryPath } from "./repository-path.ts";
import { textOf, valued, wasTyped } from "./settings.ts";
import { readUserFile } from "./user-file.ts";

export const lintPolicies: Command = async ({ options, operands }, context) => {
  const path = textOf(options, "lint") ?? "";
  if (textOf(options, "against") !== undefined || operands.length > 0) {
    throw new UsageError("conflicting-options", "cannot lint a policy and compare it with a recording at once", {
      hint: `\`iamgen check --lint ${path}\` takes no recording; \`--against FILE\` compares`,
    });
  }
  mustBeOfLint(options);
  const format = valued(options, "format", (typed) => oneOf(typed, CHECK_FORMATS)) ?? "text";
  const failOn = valued(options, "fail-on", (typed) => oneOf(typed, FAIL_ON));
  const attachAs = valued(options, "attach-as", (typed) => oneOf(typed, ATTACHMENTS));
  const text = readUserFile({ what: "policy", path });
  const { policies } = await (await policyFormatOf(path).load())(text, path);
  if (policies.length === 0) throw new InputError("no-policy", `\`${path}\` holds no policy of an identity`);
  const select = textOf(options, "select");
  const chosen = select === undefined ? policies : [choosePolicy(policies, { fileName: path, select })];
  const linting = { ...(await lintContext()), ...(attachAs === undefined ? {} : { attachAs }) };
  const findings = lintFile(text, chosen, linting);
  await context.output.artefact(lintText(format, { path: repositoryPath(path, context.workingDirectory), findings }));
  // The other words are about recordings, and may stand in a configuration.
  const failures = findings.filter(({ severity }) => severity === "error" || failOn === "any");
  if (failures.length > 0) context.output.warn(`${path}: ${lintSummary(failures)}`);
  return failures.length > 0 ? EXIT.findings : EXIT.success;
};

const ABOUT_RECORDINGS = ["denied", "strict", "terraform-state", "cloudformation-template", "cdk-out"];

/** What would change nothing, and was typed all the same, was meant for something else. */
function mustBeOfLint(options: OptionValues): void {
  const failOn = wasTyped(options, "fail-on") ? textOf(options, "fail-on") : undefined;
  const ofFailOn = failOn === "missing" || failOn === "excess" ? `fail-on ${failOn}` : undefined;
  const option = ABOUT_RECORDINGS.find((name) => wasTyped(options, name)) ?? ofFailOn;
  if (option === undefined) return;
  throw new UsageError("conflicting-options", `cannot use \`--${option}\` with \`--lint\`: it is about recordings`, {
    hint: "leave it out, or compare with a recording: `--against FILE`",
  });
}
