/** Sinks that record whole exchanges, for comparing with what real clients and servers saw. */
import type { ExchangeSink, KeptBody, RequestHead, ResponseHead } from "../../src/capture/captured-exchange.ts";
import type { ObserverOptions } from "../../src/capture/observe/create-observer.ts";
import { CONNECTION } from "./observed-dialogue.ts";

interface RecordedBody {
  body: string;
  truncated: boolean;
}

export interface Recorded {
  readonly request: RecordedBody & { readonly head: RequestHead };
  response?: RecordedBody & { readonly head: ResponseHead };
  abandoned?: string;
}

export interface RecordedExchanges {
  readonly options: ObserverOptions;
  /** In the order of request heads. */
  readonly exchanges: Recorded[];
  readonly lost: string[];
}

export function recordedExchanges(protocol: "http/1.1" | "h2"): RecordedExchanges {
  const exchanges: Recorded[] = [];
  const lost: string[] = [];
  const open = (head: RequestHead): ExchangeSink => {
    const recorded: Recorded = { request: { head, body: "not ended", truncated: false } };
    exchanges.push(recorded);
    return {
      keepRequestBytes: Number.POSITIVE_INFINITY,
      requestEnded: (body) => Object.assign(recorded.request, asText(body)),
      responseStarted: (response) => {
        recorded.response = { head: response, body: "not ended", truncated: false };
        return Number.POSITIVE_INFINITY;
      },
      responseEnded: (body) => recorded.response !== undefined && Object.assign(recorded.response, asText(body)),
      abandoned: (why) => {
        recorded.abandoned = why;
      },
    };
  };
  let lastId = 0;
  const options = {
    protocol,
    connection: CONNECTION,
    open,
    nextId: () => ++lastId,
    now: () => 0,
    onSinkFailed: (error: unknown) => lost.push(String(error)),
    onLost: (detail: string) => lost.push(detail),
  };
  return { options, exchanges, lost };
}

const asText = (body: KeptBody): RecordedBody => ({
  body: Buffer.from(body.bytes).toString("latin1"),
  truncated: body.truncated,
});
