/** One exchange on its way into the recording, while its bytes pass: what is known is recorded before the client can see it. */
import type { CaptureNotice } from "../capture/capture-notice.ts";
import type { ExchangeSink, KeptBody, RequestHead, ResponseHead } from "../capture/captured-exchange.ts";
import type { DecodedRequest, Undecoded } from "../decode/api-call.ts";
import type { Decoder } from "../decode/decoder.ts";
import type { Recorder } from "../record/recorder.ts";
import type { Enforcer, EnforcingGate } from "./enforce.ts";
import type { ProxiedRequest } from "./proxied-calls.ts";

/** What is known of a request when its call is recorded. */
export interface RecordedRequest extends ProxiedRequest {
  readonly head: RequestHead;
  /** Number of its call; 0 where the recording is full. */
  readonly n: number;
}

export interface Watching {
  readonly decoder: Decoder;
  readonly recorder: Recorder;
  /** Bytes of a request body that decoding may see. */
  readonly maxBody: number;
  /** Told each request of a call, once that is recorded. */
  readonly recorded?: ((request: RecordedRequest) => void) | undefined;
  /** Judges calls before they go on. */
  readonly enforcer?: Enforcer | undefined;
}

const UNREAD: KeptBody = { bytes: new Uint8Array(), length: 0, truncated: true };

/** Decodes a request when it is complete, records it when its answer begins, refines that when the answer's body tells more. */
export function watchExchange(head: RequestHead, watching: Watching): ExchangeSink {
  return new WatchedExchange(head, watching);
}

class WatchedExchange implements ExchangeSink {
  readonly keepRequestBytes: number;
  readonly gate: EnforcingGate | undefined;
  readonly #head: RequestHead;
  readonly #watching: Watching;
  #decoded: DecodedRequest | undefined;
  #isRead = false;
  #answer: ResponseHead | undefined;
  /** Of the call, once it is recorded. */
  #n = 0;

  constructor(head: RequestHead, watching: Watching) {
    this.#head = head;
    this.#watching = watching;
    this.keepRequestBytes = watching.decoder.planRequest(head, watching.maxBody);
    this.gate = watching.enforcer?.gate(head, () => this.#requestSoFar());
  }

  requestEnded(body: KeptBody): void {
    this.#isRead = true;
    const request = this.#read(body);
    if ("call" in request) this.#decoded = request;
    else this.#watching.recorder.undecoded(request);
  }

  responseStarted(response: ResponseHead): number {
    if (this.#decoded === undefined) return 0;
    const { decoder, recorder, recorded } = this.#watching;
    const { call } = this.#decoded;
    const outcome = this.gate?.refused ?? decoder.readResponse(call, response).outcome;
    this.#n = recorder.call(this.#decoded, outcome, Date.now());
    this.#answer = response;
    recorded?.({ head: this.#head, n: this.#n, call, response });
    return this.gate?.refused !== undefined ? 0 : decoder.planResponse(call, response);
  }

  responseEnded(body: KeptBody): void {
    if (this.#decoded === undefined || this.#answer === undefined) return;
    if (body.bytes.length > 0) this.#refine(this.#decoded, { ...this.#answer, body });
    this.#attempt(this.#decoded);
  }

  abandoned(): void {
    if (this.#decoded === undefined) return;
    const { recorder, recorded } = this.#watching;
    if (this.#answer === undefined) {
      this.#n = recorder.call(this.#decoded, { kind: "none" }, Date.now());
      recorded?.({ head: this.#head, n: this.#n, call: this.#decoded.call });
    }
    this.#attempt(this.#decoded);
  }

  #read(body: KeptBody): DecodedRequest | Undecoded {
    const { connection, id, startedAt, httpVersion, method, target, host, headers } = this.#head;
    const request = { connection, id, startedAt, httpVersion, method, target, host, headers, body };
    return this.#watching.decoder.decodeRequest(request);
  }

  #requestSoFar(): DecodedRequest | undefined {
    if (this.#isRead) return this.#decoded;
    const request = this.#read(UNREAD);
    return "call" in request ? request : undefined;
  }

  #refine({ call, invocationId }: DecodedRequest, response: ResponseHead & { readonly body: KeptBody }): void {
    const { decoder, enforcer, recorder } = this.#watching;
    const { outcome, learned } = decoder.readResponse(call, response);
    this.#n = recorder.refine(this.#n, outcome, invocationId);
    for (const fact of learned) {
      recorder.learned(fact);
      enforcer?.learned(fact);
    }
  }

  #attempt({ invocationId }: DecodedRequest): void {
    const at = this.#head.startedAt;
    const status = this.#answer?.status;
    this.#watching.recorder.attempt(this.#n, { at, ms: Date.now() - at, status, invocationId });
  }
}

/** What the proxy could not do as asked, in the recording's words. */
export function recordNotice(recorder: Recorder, notice: CaptureNotice): void {
  const { kind, authority } = notice;
  if (kind === "tunnel") recorder.tunnel({ authority, why: notice.why });
  else if (kind === "refused") {
    recorder.undecoded({ kind: "undecoded", reason: "malformed-request", authority, detail: notice.detail });
  } else {
    const detail = "code" in notice ? notice.code : "detail" in notice ? notice.detail : undefined;
    recorder.notice({ code: kind, authority, ...(detail === undefined ? {} : { detail }) });
  }
}
