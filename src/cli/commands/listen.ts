/** `iamgen listen`: the proxy on its own, for programs that are started in other shells. */
import { explainCalls, policiesOf } from "../../pipeline.ts";
import { untilStopped } from "../../run/until-stopped.ts";
import type { Command, Context } from "../command.ts";
import { coverageOf, strictFindings } from "../coverage.ts";
import { environmentScript, SHELLS } from "../environment-script.ts";
import { EXIT } from "../exit-codes.ts";
import { beginObserving, type Observed } from "../observing.ts";
import { duration, oneOf, portNumber } from "../option-values.ts";
import type { OptionValues } from "../program.ts";
import { isOn, observingSettings, policySettings, textOf, valued } from "../settings.ts";
import { judged } from "../strict.ts";
import { summaryLines, tell } from "../summary.ts";
import { writeUserFile } from "../user-file.ts";

export const listen: Command = async ({ options }, context) => {
  const settings = policySettings(options);
  const shell = valued(options, "print-env", (typed) => oneOf(typed, SHELLS));
  const limit = valued(options, "for", duration);
  const port = valued(options, "port", portNumber) ?? 0;
  const observed = await beginObserving({ ...observingSettings(options), port, command: "listen" }, context);
  try {
    await handOut({ observed, options, shell }, context);
  } catch (error) {
    await observed.discard();
    throw error;
  }
  await untilStopped(limit);
  const recording = await observed.finish(EXIT.success);
  const coverage = coverageOf(recording, explainCalls(recording, settings));
  tell(summaryLines({ recording, coverage, policySet: policiesOf(recording, settings) }), context.output);
  const file = observed.recordingPath;
  if (file !== undefined) context.output.note(`recording in ${file}`);
  context.output.note(`next: iamgen policy${textOf(options, "recording") === undefined ? "" : ` ${file}`}`);
  return judged(EXIT.success, isOn(options, "strict") ? strictFindings(coverage) : [], context);
};

interface HandOut {
  readonly observed: Observed;
  readonly options: OptionValues;
  readonly shell: (typeof SHELLS)[number] | undefined;
}

/** What the other shells need: variables on stdout or in a file, the certificate where asked for. */
async function handOut({ observed, options, shell }: HandOut, { output }: Context): Promise<void> {
  const caFile = textOf(options, "ca-file");
  if (caFile !== undefined) writeUserFile({ what: "certificate", path: caFile }, observed.caPem);
  const script = environmentScript(observed.changedVariables, shell ?? "sh");
  const envFile = textOf(options, "env-file");
  if (envFile !== undefined) writeUserFile({ what: "variables", path: envFile }, script);
  if (envFile === undefined || shell !== undefined) await output.artefact(script);
  const how = envFile === undefined ? "run the lines above in the other shell" : `in the other shell: . ${envFile}`;
  output.note(`listening on 127.0.0.1:${observed.port}; ${how}; stop with Ctrl-C`);
}
