/** The half of the product that runs beside the program: exchanges are decoded and recorded as they pass. */
import type { UpstreamSettings } from "../capture/capture-options.ts";
import { readDataSources } from "../data/read-data-sources.ts";
import type { Decoder } from "../decode/decoder.ts";
import { routeFor } from "../decode/host/route-for.ts";
import { PARTITIONS } from "../iam/partition.ts";
import type { Progress } from "../record/call-log.ts";
import type { Recorder } from "../record/recorder.ts";
import type { RecordedNotice, Recording } from "../record/recording.ts";
import { openDecoder } from "./open-decoder.ts";
import { recordNotice, watchExchange } from "./watch-exchange.ts";

/** Every suffix under which AWS answers, of all partitions: what a program's hook leads to the proxy. */
export const awsDnsSuffixes: readonly string[] = [...new Set(PARTITIONS.flatMap(({ dnsSuffixes }) => dnsSuffixes))];

export interface ObserveSettings {
  /** 0: a free one. */
  readonly port: number;
  /** Turn away other users of the machine. */
  readonly ownUserOnly: boolean;
  /** Further `HOST[:PORT]` to decrypt. */
  readonly intercept: readonly string[];
  /** Bytes of a request body that decoding may see. */
  readonly maxBody: number;
  readonly timeline: boolean;
  /** The wrapped program's name only. */
  readonly program: string;
  /** Remember which request is which call, for the lines that `Observation.caller` is told. */
  readonly callers?: boolean;
  readonly version: string;
  readonly upstream: UpstreamSettings;
  /** One line of the recording, newline included; may throw (full disk): recording goes on in memory. */
  readonly write: (line: string) => void;
  /** Calls that it does not allow are refused. */
  readonly enforce?: EnforcedPolicy;
}

export interface Observation {
  readonly port: number;
  readonly caPem: string;
  readonly startedAt: Date;
  notice(notice: RecordedNotice): void;
  /** For a status line: what was seen so far. */
  progress(): Progress;
  /** Stops the proxy, flushes, writes the end line. */
  finish(exitCode: number): Promise<Recording>;
}

/** Starts the proxy; capture and TLS are loaded here, decoding while the program starts. Throws SetupError. */
export async function startObserving(settings: ObserveSettings): Promise<Observation> {
  const [{ createCertificateAuthority }, { startCapture }, { createRecorder }] = await Promise.all([
    import("../capture/tls/certificate-authority.ts"),
    import("../capture/proxy-server.ts"),
    import("../record/recorder.ts"),
  ]);
  const startedAt = new Date();
  const { program, version, timeline } = settings;
  const header = { startedAt: startedAt.toISOString(), program, version, data: readDataSources() };
  const recorder = createRecorder({ header, write: settings.write, timeline });
  let decoder: Decoder | undefined;
  const authority = createCertificateAuthority({ ...permittedNames(settings.intercept), now: startedAt });
  const capture = await startCapture({
    port: settings.port,
    ownUserOnly: settings.ownUserOnly,
    authority,
  const enforcer = await enforcerOf(settings, recorder);
    route: routeFor(settings.intercept),
    prepare: async () => {
      decoder = await openDecoder();
    },
    openExchange: (head) => {
    byMessage: enforcer !== undefined,
      if (decoder === undefined) throw new Error("a connection was served before decoding was loaded");
      return watchExchange(head, { decoder, recorder, maxBody: settings.maxBody });
    },
    onNotice: (notice) => recordNotice(recorder, notice),
    upstream: settings.upstream,
    now: Date.now,
  });
  const flushing = setInterval(() => recorder.flush(), 1000).unref();
  return {
    port: capture.port,
    caPem: authority.certificatePem,
    startedAt,
    notice: (notice) => recorder.notice(notice),
    progress: () => recorder.progress(),
    async finish(exitCode) {
      await capture.close();
      clearInterval(flushing);
      recorder.end(exitCode, Date.now());
      return recorder.recording();
    },
  };
}

const permittedNames = (intercept: readonly string[]) => ({
  permittedDnsNames: [...awsDnsSuffixes, "localhost", ...intercept.map((name) => name.replace(/:\d+$/, ""))],
  permittedAddresses: ["127.0.0.1", "::1"],
});

async function enforcerOf({ enforce }: ObserveSettings, recorder: Recorder): Promise<Enforcer | undefined> {
  if (enforce === undefined) return undefined;
  const { openEnforcer } = await import("./enforce.ts");
  return openEnforcer(enforce, (notice) => recorder.notice(notice));
}
