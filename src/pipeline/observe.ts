/** The half of the product that runs beside the program: exchanges are decoded and recorded as they pass. */
import type { UpstreamSettings } from "../capture/capture-options.ts";
import type { ExchangeSink, RequestHead } from "../capture/captured-exchange.ts";
import { systemTellsOwners } from "../capture/peer-owner.ts";
import type { Capture } from "../capture/proxy-server.ts";
import type { SigningSettings } from "../capture/relay/request-signer.ts";
import type { CertificateAuthority, KeptAuthority } from "../capture/tls/certificate-authority.ts";
import { readDataSources } from "../data/read-data-sources.ts";
import { routeFor } from "../decode/host/route-for.ts";
import type { Progress } from "../record/call-log.ts";
import type { Recorder } from "../record/recorder.ts";
import type { RecordedNotice, Recording } from "../record/recording.ts";
import type { CallSites, ToldCallSite } from "./call-sites.ts";
import { authorityFor } from "./certificate-authority.ts";
import type { EnforcedPolicy, Enforcer } from "./enforce.ts";
import type { CsmObservation, CsmSettings } from "./observe-csm.ts";
import { type RecordedRequest, recordNotice, type Watching, watchExchange } from "./watch-exchange.ts";

export { type SigningSettings, systemTellsOwners };

export interface ObserveSettings {
  /** 0: a free one. */
  readonly port: number;
  /** A second address, for clients that show the token. */
  readonly elsewhere?: { readonly address: string; readonly token: string };
  /** Turn away other users of the machine. */
  readonly ownUserOnly: boolean;
  /** Further `HOST[:PORT]` to decrypt. */
  readonly intercept: readonly string[];
  /** Servers with endpoints of their own: `hostname:port` of those that get a port of ours, and of those found by proxies. */
  readonly endpoints?: { readonly onThisMachine: readonly string[]; readonly elsewhere: readonly string[] };
  /** Listen for client-side monitoring as well. */
  readonly csm?: CsmSettings;
  /** Instead of one that dies with this observation. */
  readonly keptAuthority?: KeptAuthority;
  /** Bytes of a request body that decoding may see. */
  readonly maxBody: number;
  readonly timeline: boolean;
  /** Remember which request is which call, for the lines that `Observation.caller` is told. */
  readonly callers?: boolean;
  /** The wrapped program's name only. */
  readonly program: string;
  readonly version: string;
  readonly upstream: UpstreamSettings;
  /** Requests are signed anew. */
  readonly signing?: SigningSettings;
  /** Calls that it does not allow are refused. */
  readonly enforce?: EnforcedPolicy;
  /** One line of the recording, newline included; may throw (full disk): recording goes on in memory. */
  readonly write: (line: string) => void;
}

export interface Observation {
  readonly port: number;
  readonly caPem: string;
  /** Of the endpoints on this machine that are up, the port on 127.0.0.1 that stands for each. */
  readonly endpointPorts: ReadonlyMap<string, number>;
  /** Where client-side monitoring is listened to; absent: nowhere. */
  readonly csmPort?: number;
  readonly startedAt: Date;
  notice(notice: RecordedNotice): void;
  /** A line of the project made this request. With `callers` only; otherwise nothing happens. */
  caller(site: ToldCallSite): void;
  /** For a status line: what was seen so far. */
  progress(): Progress;
  /** Stops the proxy, flushes, writes the end line. */
  finish(exitCode: number): Promise<Recording>;
}

/** Starts the proxy; capture and TLS are loaded here, decoding while the program starts. Throws SetupError. */
export async function startObserving(settings: ObserveSettings): Promise<Observation> {
  const startedAt = new Date();
  const recorder = await recorderOf(settings, startedAt);
  const callSites = settings.callers === true ? await callSitesOf(recorder) : undefined;
  const parts: Parts = { recorder, callSites, enforcer: await enforcerOf(settings, recorder) };
  const authority = await authorityFor({ ...settings, now: startedAt });
  const capture = await startProxy(settings, authority, parts);
  const csm = await csmBeside(capture, settings, recorder);
  parts.csm = csm;
  const flushing = setInterval(() => {
    csm?.flush();
    recorder.flush();
  }, 1000).unref();
  return {
    port: capture.port,
    caPem: authority.certificatePem,
    endpointPorts: capture.endpointPorts,
    ...(csm && { csmPort: csm.port }),
    startedAt,
    notice: (notice) => recorder.notice(notice),
    caller: (site) => callSites?.tell(site),
    progress: () => recorder.progress(),
    async finish(exitCode) {
      await capture.close();
      await csm?.finish();
      clearInterval(flushing);
      recorder.end(exitCode, Date.now());
      const { readRecording } = await import("../record/read-recording.ts");
      return readRecording(recorder.text(), settings.program);
    },
  };
}

/** What an exchange meets on its way; the last two are there once they are loaded. */
interface Parts {
  readonly recorder: Recorder;
  readonly callSites: CallSites | undefined;
  readonly enforcer: Enforcer | undefined;
  watching?: Watching;
  failure?: unknown;
  csm?: CsmObservation | undefined;
}

async function startProxy(settings: ObserveSettings, authority: CertificateAuthority, parts: Parts): Promise<Capture> {
  const { startCapture } = await import("../capture/proxy-server.ts");
  const { onThisMachine = [], elsewhere = [] } = settings.endpoints ?? {};
  return startCapture({
    port: settings.port,
    ...(settings.elsewhere && { elsewhere: settings.elsewhere }),
    ownUserOnly: settings.ownUserOnly,
    authority,
    byMessage: parts.enforcer !== undefined,
    ...(settings.signing === undefined ? {} : { signing: settings.signing }),
    route: routeFor([...settings.intercept, ...onThisMachine, ...elsewhere]),
    endpoints: onThisMachine,
    prepare: async () => {
      try {
        parts.watching = await watchingOf(settings.maxBody, parts);
      } catch (error) {
        // Told for each exchange that would have needed it.
        parts.failure = error;
      }
    },
    openExchange: (head) => exchangeSink(head, parts),
    onNotice: (notice) => recordNotice(parts.recorder, notice),
    upstream: settings.upstream,
    now: Date.now,
  });
}

async function watchingOf(maxBody: number, parts: Parts): Promise<Watching> {
  const { recorder, callSites, enforcer } = parts;
  const recorded = (request: RecordedRequest): void => {
    callSites?.recorded(request.head, request.n);
    parts.csm?.proxied(request);
  };
  const { openDecoder } = await import("./open-decoder.ts");
  return { decoder: await openDecoder(), recorder, maxBody, recorded, enforcer };
}

function exchangeSink(head: RequestHead, { failure, watching }: Parts): ExchangeSink {
  if (watching === undefined) throw failure ?? new Error("a connection was served before decoding was loaded");
  return watchExchange(head, watching);
}

async function recorderOf({ program, version, timeline, write }: ObserveSettings, startedAt: Date): Promise<Recorder> {
  const { createRecorder } = await import("../record/recorder.ts");
  const header = { startedAt: startedAt.toISOString(), program, version, data: readDataSources() };
  return createRecorder({ header, write, timeline });
}

async function callSitesOf(recorder: Recorder): Promise<CallSites> {
  const { createCallSites } = await import("./call-sites.ts");
  return createCallSites(recorder);
}

async function csmBeside(capture: Capture, { csm }: ObserveSettings, recorder: Recorder) {
  try {
    if (csm === undefined) return undefined;
    const { openCsm } = await import("./listen-to-csm.ts");
    return await openCsm(csm, recorder);
  } catch (error) {
    await capture.close(0);
    throw error;
  }
}

async function enforcerOf({ enforce }: ObserveSettings, recorder: Recorder): Promise<Enforcer | undefined> {
  if (enforce === undefined) return undefined;
  const { openEnforcer } = await import("./enforce.ts");
  return openEnforcer(enforce, (notice) => recorder.notice(notice));
}
