/** `iamgen run`: wraps a command. Once that has started, its result is the result: nothing here may change it but `--strict`. */
import { runCommand } from "../../run/run-command.ts";
import { surviveSignals } from "../../run/signal-relay.ts";
import type { Command, Context } from "../command.ts";
import { enforcedPolicy } from "../enforced-policy.ts";
import { strictExitCode } from "../exit-codes.ts";
import { showProgress } from "../live-progress.ts";
import { beginObserving, type Observed } from "../observing.ts";
import { duration } from "../option-values.ts";
import { plantedFault } from "../planted-fault.ts";
import { policyRenderer, referenceWish, unusedTemplates } from "../policy-output.ts";
import type { Invocation, OptionValues } from "../program.ts";
import { type ReferenceSource, referenceSource } from "../reference-source.ts";
import { csmPort, isOn, observingSettings, policySettings, textOf, valued } from "../settings.ts";
import { signing } from "../signing.ts";

export const run: Command = async ({ options, operands }, context) => {
  const [command = "", ...args] = operands;
  // Told now, not after an hour of tests.
  policyRenderer(options);
  policySettings(options);
  valued(options, "linger", duration);
  const source = await referenceSource(options, async () => ({ ...(await referenceWish(options)), hasStdin: false }));
  const enforce = enforcedPolicy(options);
  const signer = await signing(options, context.environment);
  const csm = csmPort(options, 0);
  const observed = await beginObserving(
    {
      ...observingSettings(options),
      ...(enforce && { enforce }),
      ...(signer && { signing: signer.settings }),
      ...(csm === undefined ? {} : { csm }),
      port: 0,
      ownUserOnly: false,
      command,
    },
    context,
  );
  const restoreSignals = surviveSignals();
  const hideProgress = showProgress(context.output, "title", observed.progress);
  try {
    const env = signer?.environmentOf(observed.environment) ?? observed.environment;
    const exitCode = await started({ command, args, env, observed });
    hideProgress();
    return await concluded({ options, observed, source, exitCode }, context);
  } finally {
    hideProgress();
    restoreSignals();
  }
};

interface Started {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Observed["environment"];
  readonly observed: Observed;
}

async function started({ command, args, env, observed }: Started): Promise<number> {
  try {
    const ended = runCommand({ command, args, env });
    // Told where it is needed, should it fail.
    import("../ending.ts").catch(() => {});
    return await ended;
  } catch (error) {
    await observed.discard();
    throw error;
  }
}

interface Ended {
  readonly options: Invocation["options"];
  readonly observed: Observed;
  readonly source: ReferenceSource | undefined;
  readonly exitCode: number;
}

/** From here on our own failures are told, and the command's exit code stands. */
async function concluded({ options, observed, source, exitCode }: Ended, context: Context): Promise<number> {
  try {
    const { assess, deliverPolicy, judged, outlived, strictFindings, summaryLines, tell } = await import(
      "../ending.ts"
    );
    const settings = { ...policySettings(options), ...plantedFault(context.environment) };
    const outliving = { port: observed.port, linger: valued(options, "linger", duration) };
    const recording = await outlived(outliving, context, () => observed.finish(exitCode));
    const assessment = await assess(recording, settings);
    const references = await source?.referencesFor(assessment.policySet);
    const files = await policyRenderer(options)(assessment.policySet, references);
    // An incomplete file is nothing to go on from; what is known now is in the policy.
    const path = assessment.coverage.fileIncomplete ? undefined : observed.recordingPath;
    const where = await deliverPolicy({ files, output: textOf(options, "output"), recordingPath: path }, context);
    tell(summaryLines(assessment), context.output);
    for (const note of references?.notes ?? []) context.output.note(note);
    for (const clause of unusedTemplates(options, assessment.policySet)) context.output.warn(clause);
    if (where !== undefined) context.output.note(`policy in ${where}`);
    const findings = strictFindings(assessment.coverage);
    if (path !== undefined) {
      context.output.note(`recording in ${path}`);
      context.output.note(`next: ${nextCommand(findings, options, path)}`);
    }
    return judged(exitCode, isOn(options, "strict") ? findings : [], context);
  } catch (error) {
    context.output.problem(error);
    return isOn(options, "strict") ? strictExitCode(exitCode, [error]) : exitCode;
  }
}

function nextCommand(findings: readonly string[], options: OptionValues, path: string): string {
  const file = textOf(options, "recording") === undefined ? "" : ` ${path}`;
  return `iamgen ${findings.length > 0 ? "report" : "explain"}${file}`;
}
