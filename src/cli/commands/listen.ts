/** `iamgen listen`: the proxy on its own, for programs that are started in other shells. */
import { UsageError } from "../../errors.ts";
import { systemTellsOwners } from "../../pipeline.ts";
import { CSM_PORT } from "../../run/csm-variables.ts";
import { untilStopped } from "../../run/until-stopped.ts";
import type { Command, Context } from "../command.ts";
import { enforcedPolicy } from "../enforced-policy.ts";
import { environmentScript, SHELLS } from "../environment-script.ts";
import { EXIT } from "../exit-codes.ts";
import { keptCaFiles, readKeptCa } from "../kept-ca.ts";
import { showProgress } from "../live-progress.ts";
import { beginObserving, type Observed } from "../observing.ts";
import { bindAddress, duration, oneOf, portNumber } from "../option-values.ts";
import type { OptionValues } from "../program.ts";
import { csmPort, isOn, keyOf, observingSettings, policySettings, textOf, valued } from "../settings.ts";
import { signing } from "../signing.ts";
import { writeUserFile } from "../user-file.ts";

/** Always served, by the kernel's word on whose a connection is. */
const LOOPBACK = "127.0.0.1";

export const listen: Command = async ({ options }, context) => {
  policySettings(options);
  const shell = valued(options, "print-env", (typed) => oneOf(typed, SHELLS));
  const limit = valued(options, "for", duration);
  const request = await observingRequest(options, context);
  const observed = await beginObserving(request, context);
  const patience = new AbortController();
  // Before anyone is told that we listen, and may stop us.
  const stopped = untilStopped({ limit, signal: patience.signal });
  if (!request.withoutProxy && observed.caPem !== (request.keptAuthority?.certificatePem ?? observed.caPem)) {
    context.output.warn("a new certificate authority is used: yours has expired, or was not made for --intercept");
  }
  if (request.ownUserOnly && !request.withoutProxy && !systemTellsOwners()) {
    context.output.warn("this system does not tell whose a connection is: its other users can use the proxy, too");
  }
  try {
    await handOut({ observed, options, shell }, context);
  } catch (error) {
    patience.abort();
    await observed.discard();
    throw error;
  }
  const hideProgress = showProgress(context.output, "status", observed.progress);
  await stopped;
  hideProgress();
  return concluded(options, observed, context);
};

async function observingRequest(options: OptionValues, context: Context) {
  const csm = csmPort(options, CSM_PORT);
  const withoutProxy = options["proxy"] === false;
  if (withoutProxy) checkCsmAlone(options, csm);
  const enforce = enforcedPolicy(options);
  const signer = await signing(options, context.environment);
  const bind = otherAddress(options);
  const keptAuthority = readKeptCa(keptCaFiles(context));
  return {
    ...observingSettings(options),
    ...(enforce && { enforce }),
    ...(signer && { signing: signer.settings }),
    ...(keptAuthority && { keptAuthority }),
    ...(csm === undefined ? {} : { csm }),
    ...(bind === undefined ? {} : { bind }),
    port: valued(options, "port", portNumber) ?? 0,
    withoutProxy,
    ownUserOnly: options["auth"] !== false,
    command: "listen",
  };
}

/** Of `--bind`; undefined where it asks for what there is anyway. */
function otherAddress(options: OptionValues): string | undefined {
  const bind = valued(options, "bind", bindAddress);
  if (bind === undefined || bind === LOOPBACK) return undefined;
  if (options["auth"] !== false) return bind;
  throw new UsageError("conflicting-options", "cannot use `--no-auth` with `--bind`: who comes by it shows a token", {
    hint: "leave out `--no-auth`",
  });
}

async function concluded(options: OptionValues, observed: Observed, context: Context): Promise<number> {
  const { assess, judged, strictFindings, summaryLines, tell } = await import("../ending.ts");
  const assessment = await assess(await observed.finish(EXIT.success), policySettings(options));
  tell(summaryLines(assessment), context.output);
  const findings = strictFindings(assessment.coverage);
  const file = assessment.coverage.fileIncomplete ? undefined : observed.recordingPath;
  if (file !== undefined) {
    context.output.note(`recording in ${file}`);
    const verb = findings.length > 0 ? "report" : "policy";
    context.output.note(`next: iamgen ${verb}${textOf(options, "recording") === undefined ? "" : ` ${file}`}`);
  }
  return judged(EXIT.success, isOn(options, "strict") ? findings : [], context);
}

/** Options that mean the proxy mean nothing without it. */
function checkCsmAlone(options: OptionValues, csm: number | undefined): void {
  if (csm === undefined) {
    throw new UsageError("conflicting-options", "cannot use `--no-proxy` alone: then nothing would be listened to", {
      hint: "add `--csm`",
    });
  }
  const names = [
    "port",
    "bind",
    "ca-file",
    "forward-to",
    "forward-ca",
    "intercept",
    "enforce",
    "enforce-log",
    "callers",
  ];
  const proxied = names.find((name) => options[keyOf(name)] !== undefined);
  if (proxied === undefined) return;
  throw new UsageError("conflicting-options", `cannot use \`--${proxied}\` with \`--no-proxy\``, {
    hint: `leave out one of them`,
  });
}

interface HandOut {
  readonly observed: Observed;
  readonly options: OptionValues;
  readonly shell: (typeof SHELLS)[number] | undefined;
}

/** What the other shells need: variables on stdout or in a file, the certificate where asked for. */
async function handOut({ observed, options, shell }: HandOut, { output }: Context): Promise<void> {
  const caFile = textOf(options, "ca-file");
  if (caFile !== undefined) writeUserFile({ what: "certificate", path: caFile }, observed.caPem);
  const { elsewhere, port } = observed;
  const script = environmentScript(elsewhere?.variables ?? observed.changedVariables, shell ?? "sh");
  const path = textOf(options, "write-env");
  if (path !== undefined) writeUserFile({ what: "variables", path, ...(elsewhere && { isSecret: true }) }, script);
  if (path === undefined || shell !== undefined) await output.artefact(script);
  const where = `listening on ${LOOPBACK}:${port}`;
  if (elsewhere === undefined) {
    const how =
      path === undefined ? "run the lines above in the other shell" : `in the other shell: . ${sourced(path)}`;
    output.note(`${where}; ${how}; stop with Ctrl-C`);
  } else {
    const lines = path === undefined ? "the lines above" : path;
    output.note(`${where} and, for who has the token in ${lines}, on ${elsewhere.authority}; stop with Ctrl-C`);
    output.note(`programs there need the certificates in ${elsewhere.certificates} at the same place`);
  }
}

/** A bare name would be looked for on PATH (POSIX, `dot`). */
const sourced = (path: string): string => (path.includes("/") ? path : `./${path}`);
