/** Client-side monitoring alone: programs are told where to tell their calls, and nothing else about them changes. */
import { basename } from "node:path";
import { startObservingCsm } from "../pipeline.ts";
import { csmVariables } from "../run/csm-variables.ts";
import type { ProxyOptions, RunningProxy } from "./create-proxy.ts";
import { csmSettings } from "./csm-settings.ts";
import { VERSION } from "./version.ts";

type CsmOptions = Pick<ProxyOptions, "environment" | "command" | "timeline" | "write"> & {
  /** On 127.0.0.1; 0: a free one. */
  readonly csm: number;
};

/** Like a proxy whose port is that of client-side monitoring, and which has no certificate. Throws a `SetupError`. */
export async function listenToCsm(options: CsmOptions): Promise<RunningProxy> {
  const { environment: user, command = "program", timeline = false, csm, write = () => undefined } = options;
  const observation = await startObservingCsm({
    program: basename(command),
    version: VERSION,
    timeline,
    csm: csmSettings(user, csm),
    write,
  });
  const port = observation.csmPort ?? csm;
  const changedVariables = csmVariables(port);
  return {
    port,
    caPem: observation.caPem,
    environment: { ...user, ...changedVariables },
    changedVariables,
    progress: () => observation.progress(),
    stop: (exitCode = 0) => observation.finish(exitCode),
  };
}
