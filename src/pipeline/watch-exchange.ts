/** One exchange on its way into the recording, while its bytes pass: what is known is recorded before the client can see it. */
import type { CaptureNotice } from "../capture/capture-notice.ts";
import type { ExchangeSink, KeptBody, RequestHead, ResponseHead } from "../capture/captured-exchange.ts";
import type { DecodedRequest, Undecoded } from "../decode/api-call.ts";
import type { Decoder } from "../decode/decoder.ts";
import type { Recorder } from "../record/recorder.ts";
import type { Enforcer } from "./enforce.ts";
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
  readonly recorded?: (request: RecordedRequest) => void;
  /** Judges calls before they go on. */
  readonly enforcer?: Enforcer;
}

const UNREAD: KeptBody = { bytes: new Uint8Array(), length: 0, truncated: true };

/** Decodes a request when it is complete, records it when its answer begins, refines that when the answer's body tells more. */
export function watchExchange(
  head: RequestHead,
  { decoder, recorder, maxBody, recorded, enforcer }: Watching,
): ExchangeSink {
  let decoded: DecodedRequest | undefined;
  let isRead = false;
  let answer: { readonly n: number; readonly head: ResponseHead } | undefined;
  const attempt = ({ invocationId }: DecodedRequest, n: number): void => {
    const { status } = answer?.head ?? {};
    const ms = Date.now() - head.startedAt;
    const told = { ...(status && { status }), ...(invocationId && { invocationId }) };
    recorder.attempt(n, { at: head.startedAt, ms, ...told });
  };
  const read = (body: KeptBody): DecodedRequest | undefined => {
    const request = decoder.decodeRequest({ ...head, body });
    return "call" in request ? request : undefined;
  };
  const gate = enforcer?.gate(head, () => (isRead ? decoded : read(UNREAD)));
  return {
    keepRequestBytes: decoder.planRequest(head, maxBody),
    ...(gate === undefined ? {} : { gate }),
    requestEnded(body) {
      isRead = true;
      const request: DecodedRequest | Undecoded = decoder.decodeRequest({ ...head, body });
      if ("call" in request) decoded = request;
      else recorder.undecoded(request);
    },
    responseStarted(response) {
      if (decoded === undefined) return 0;
      const outcome = gate?.refused ?? decoder.readResponse(decoded.call, response).outcome;
      answer = { n: recorder.call(decoded, outcome, Date.now()), head: response };
      recorded?.({ head, n: answer.n, call: decoded.call, response });
      return gate?.refused !== undefined ? 0 : decoder.planResponse(decoded.call, response);
    },
    responseEnded(body) {
      if (decoded === undefined || answer === undefined) return;
      if (body.bytes.length > 0) {
        const { outcome, learned } = decoder.readResponse(decoded.call, { ...answer.head, body });
        recorder.refine(answer.n, outcome);
        for (const fact of learned) {
          recorder.learned(fact);
          enforcer?.learned(fact);
        }
      }
      attempt(decoded, answer.n);
    },
    abandoned() {
      if (decoded === undefined) return;
      const n = answer?.n ?? recorder.call(decoded, { kind: "none" }, Date.now());
      if (answer === undefined) recorded?.({ head, n, call: decoded.call });
      attempt(decoded, n);
    },
  };
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
