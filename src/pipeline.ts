/** The product on one screen: exchanges are decoded and recorded as they pass; recordings become permissions, a policy and its proof. */
import type { Remark } from "./authorize/call-remarks.ts";
import type { AssumedPlace } from "./authorize/placed-call.ts";
import type { RequiredPermission } from "./authorize/required-permission.ts";
import type { CaptureNotice } from "./capture/capture-notice.ts";
import type { UpstreamSettings } from "./capture/capture-options.ts";
import type { ExchangeSink, RequestHead, ResponseHead } from "./capture/captured-exchange.ts";
import { readDataSources } from "./data/read-data-sources.ts";
import type { DecodedRequest, Undecoded } from "./decode/api-call.ts";
import type { Decoder } from "./decode/decoder.ts";
import { routeFor } from "./decode/host/route-for.ts";
import { PARTITIONS } from "./iam/partition.ts";
import { createdFacts, identityFacts } from "./record/learned-facts.ts";
import { mergeRecordings } from "./record/merge-recordings.ts";
import { readRecording } from "./record/read-recording.ts";
import type { Recorder } from "./record/recorder.ts";
import type { RecordedCall, RecordedNotice, Recording } from "./record/recording.ts";
import type { ServiceRules } from "./services/define-service.ts";
import type { PolicySet } from "./synthesize/policy-set.ts";
import type { SynthesisContext } from "./synthesize/synthesize.ts";

export type { RequiredPermission } from "./authorize/required-permission.ts";
export type { Denial, Undecoded } from "./decode/api-call.ts";
export type { Counted, RecordedCall, RecordedNotice, RecordedTunnel, Recording } from "./record/recording.ts";
export type { Finding, IdentityPolicy, PolicySet } from "./synthesize/policy-set.ts";

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
  readonly version: string;
  readonly upstream: UpstreamSettings;
  /** One line of the recording, newline included; may throw (full disk): recording goes on in memory. */
  readonly write: (line: string) => void;
}

export interface Observation {
  readonly port: number;
  readonly caPem: string;
  readonly startedAt: Date;
  notice(notice: RecordedNotice): void;
  /** Stops the proxy, flushes, writes the end line. */
  finish(exitCode: number): Promise<Recording>;
}

/** Starts the proxy; capture and TLS are loaded here, decoding while the program starts. Throws SetupError. */
export async function startObserving(settings: ObserveSettings): Promise<Observation> {
  const [{ createCertificateAuthority }, { startCapture }, { createRecorder }] = await Promise.all([
    import("./capture/tls/certificate-authority.ts"),
    import("./capture/proxy-server.ts"),
    import("./record/recorder.ts"),
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
    route: routeFor(settings.intercept),
    prepare: async () => {
      decoder = await openDecoder();
    },
    openExchange: (head) => {
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
    async finish(exitCode) {
      await capture.close();
      clearInterval(flushing);
      recorder.end(exitCode, Date.now());
      return recorder.recording();
    },
  };
}

async function openDecoder(): Promise<Decoder> {
  const [{ createDecoder }, { apiIndex }, { serviceRules }, { addressingOf, answersOf }, reading] = await Promise.all([
    import("./decode/decoder.ts"),
    import("./data/opened-indexes.ts"),
    import("./services/index.ts"),
    import("./services/decode-records.ts"),
    import("./services/paths-read.ts"),
  ]);
  const readBy = <T>(read: (rules: ServiceRules, operation: string) => readonly T[]) => {
    return (sdkId: string, operation: string): readonly T[] => {
      const rules = serviceRules(sdkId);
      return rules === undefined ? [] : read(rules, operation);
    };
  };
  return createDecoder({
    apis: apiIndex(),
    addressing: addressingOf,
    answers: answersOf,
    pathsRead: readBy(reading.pathsRead),
    excerptsRead: readBy(reading.excerptsRead),
  });
}

const permittedNames = (intercept: readonly string[]) => ({
  permittedDnsNames: [...awsDnsSuffixes, "localhost", ...intercept.map((name) => name.replace(/:\d+$/, ""))],
  permittedAddresses: ["127.0.0.1", "::1"],
});

interface Watching {
  readonly decoder: Decoder;
  readonly recorder: Recorder;
  readonly maxBody: number;
}

/** Decodes a request when it is complete, records it when its answer begins, refines that when the answer's body tells more. */
function watchExchange(head: RequestHead, { decoder, recorder, maxBody }: Watching): ExchangeSink {
  let decoded: DecodedRequest | undefined;
  let answer: { readonly n: number; readonly head: ResponseHead } | undefined;
  const attempt = (call: DecodedRequest, n: number): void => {
    const { status } = answer?.head ?? {};
    const { invocationId } = call;
    const ms = Date.now() - head.startedAt;
    const told = { ...(status && { status }), ...(invocationId && { invocationId }) };
    recorder.attempt(n, { at: head.startedAt, ms, ...told });
  };
  return {
    keepRequestBytes: decoder.planRequest(head, maxBody),
    requestEnded(body) {
      const read: DecodedRequest | Undecoded = decoder.decodeRequest({ ...head, body });
      if ("call" in read) decoded = read;
      else recorder.undecoded(read);
    },
    responseStarted(response) {
      if (decoded === undefined) return 0;
      const { outcome } = decoder.readResponse(decoded.call, response);
      answer = { n: recorder.call(decoded, outcome, Date.now()), head: response };
      return decoder.planResponse(decoded.call, response);
    },
    responseEnded(body) {
      if (decoded === undefined || answer === undefined) return;
      if (body.bytes.length > 0) {
        const { outcome, learned } = decoder.readResponse(decoded.call, { ...answer.head, body });
        recorder.refine(answer.n, outcome);
        for (const fact of learned) recorder.learned(fact);
      }
      attempt(decoded, answer.n);
    },
    abandoned() {
      if (decoded === undefined) return;
      attempt(decoded, answer?.n ?? recorder.call(decoded, { kind: "none" }, Date.now()));
    },
  };
}

function recordNotice(recorder: Recorder, notice: CaptureNotice): void {
  const { kind, authority } = notice;
  if (kind === "tunnel") recorder.tunnel({ authority, why: notice.why });
  else if (kind === "refused") {
    recorder.undecoded({ kind: "undecoded", reason: "malformed-request", authority, detail: notice.detail });
  } else {
    const detail = "code" in notice ? notice.code : "detail" in notice ? notice.detail : undefined;
    recorder.notice({ code: kind, authority, ...(detail === undefined ? {} : { detail }) });
  }
}

/** What to assume where the traffic cannot tell. */
export type PolicySettings = AssumedPlace &
  Pick<SynthesisContext, "attachAs" | "denied" | "conditions" | "exact" | "generalise" | "widen">;

export interface ExplainedCall {
  readonly call: RecordedCall;
  readonly permissions: readonly RequiredPermission[];
  readonly remarks: readonly Remark[];
}

/** One recording from the texts of one or several. Throws InputError. */
export function openRecordings(texts: readonly { readonly name: string; readonly text: string }[]): Recording {
  return mergeRecordings(texts.map(({ name, text }) => readRecording(text, name)));
}

/** Every distinct call with what it needs, by today's rules. What explains calls is loaded only if there are some. */
export async function explainCalls(
  recording: Recording,
  settings: PolicySettings = {},
): Promise<readonly ExplainedCall[]> {
  if (recording.calls.length === 0) return [];
  const [{ createAuthorizer }, { authorizeCalls }, { remarksOn }, { placedCall }, indexes, services] =
    await Promise.all([
      import("./authorize/authorizer.ts"),
      import("./authorize/authorize-calls.ts"),
      import("./authorize/call-remarks.ts"),
      import("./authorize/placed-call.ts"),
      import("./data/opened-indexes.ts"),
      import("./services/index.ts"),
    ]);
  const [apis, authorization] = [indexes.apiIndex(), indexes.authorizationIndex()];
  const context = { apis, authorization, rules: services.serviceRules };
  const accounts = new Map(identityFacts(recording).map(({ id, account }) => [id, account]));
  const placed = recording.calls.map((call) => ({ call, placed: placedCall(call, settings, accounts) }));
  const authorized = authorizeCalls(createAuthorizer(context), placed);
  return authorized.map(({ call, placed, permissions }) => {
    return { call, permissions, remarks: remarksOn(context, { call: placed, permissions }) };
  });
}

/** The policies of a recording whose calls have been explained. */
export async function policiesOf(
  recording: Recording,
  explained: readonly ExplainedCall[],
  settings: PolicySettings = {},
): Promise<PolicySet> {
  const [{ synthesize }, authorization] = [await import("./synthesize/synthesize.ts"), await openedAuthorization()];
  const observed = explained.flatMap(({ call: { n, identity, outcome, account, region, runs }, permissions }) => {
    const seen = { identity, outcome: outcome.kind, region, ...(account && { account }) };
    return permissions.map((permission) => ({ permission, call: n, inEveryRun: runs === recording.runs, ...seen }));
  });
  const remarks = explained.flatMap(({ call, remarks }) => remarks.map((remark) => ({ ...remark, call: call.n })));
  const facts = { identities: identityFacts(recording), created: createdFacts(recording) };
  return synthesize(observed, { ...settings, ...facts, authorization, remarks });
}

/** Makes one canonical form of what several statements grant. */
export async function statementUniter() {
  const { uniteStatements } = await import("./synthesize/unite-statements.ts");
  const authorization = await openedAuthorization();
  return (statements: Parameters<typeof uniteStatements>[0]) => uniteStatements(statements, authorization);
}

/** Actions, access levels and resource types as AWS lists them. */
export const openedAuthorization = async () => (await import("./data/opened-indexes.ts")).authorizationIndex();
