/**
 * A stand-in for the APIs that stream events over HTTP/2, in one direction or both at once: an answer to each event of the
 * client is on its way before the client has sent the next. HTTP/1.1 is refused, as those APIs refuse it.
 */
import type { Http2ServerRequest, Http2ServerResponse } from "node:http2";
import { encodedEvent, takePayloads } from "./event-stream.ts";
import { type SecureServer, startSecureServer } from "./secure-server.ts";

export interface EventStreamStandIn extends SecureServer {
  /** `POST /path`, of each request at the time its head arrived. */
  readonly requests: readonly string[];
}

const EVENT_STREAM = { "content-type": "application/vnd.amazon.eventstream" } as const;
const base64 = (text: string): string => Buffer.from(text).toString("base64");

const RECORDS = {
  Records: [{ Data: base64("hello"), PartitionKey: "1", SequenceNumber: "1" }],
  ContinuationSequenceNumber: "1",
  MillisBehindLatest: 0,
};
const PUT = { ShardId: "shardId-000000000000", SequenceNumber: "1" };
const SUBSCRIBED = [encodedEvent("initial-response", {}), encodedEvent("SubscribeToShardEvent", RECORDS)];
const CONVERSED = [
  encodedEvent("messageStart", { role: "assistant" }),
  encodedEvent("contentBlockDelta", { contentBlockIndex: 0, delta: { text: "hello" } }),
  encodedEvent("messageStop", { stopReason: "end_turn" }),
];

/** The answer to the nth event of the client. */
type Reply = (nth: number) => Buffer;

const CONVERSATIONS: Readonly<Record<string, Reply>> = {
  "invoke-with-bidirectional-stream": (nth) => encodedEvent("chunk", { bytes: base64(JSON.stringify({ heard: nth })) }),
  "stream-transcription": (nth) =>
    encodedEvent("TranscriptEvent", { Transcript: { Results: [{ Alternatives: [{ Transcript: `word ${nth}` }] }] } }),
};

function converse(request: Http2ServerRequest, response: Http2ServerResponse, reply: Reply): void {
  let pending: Buffer = Buffer.alloc(0);
  let heard = 0;
  response.writeHead(200, EVENT_STREAM);
  request.on("data", (chunk: Buffer) => {
    const { payloads, rest } = takePayloads(Buffer.concat([pending, chunk]));
    pending = rest;
    // The last one is empty: a signature that says that no more will come.
    for (const _ of payloads.filter(({ length }) => length > 0)) {
      heard += 1;
      response.write(reply(heard));
    }
  });
  request.on("end", () => response.end());
}

function answer(request: Http2ServerRequest, response: Http2ServerResponse): void {
  const verb = request.url.split("/").at(-1) ?? "";
  const reply = CONVERSATIONS[verb];
  if (reply !== undefined) {
    converse(request, response, reply);
    return;
  }
  request.resume().on("end", () => {
    if (request.headers["x-amz-target"] === "Kinesis_20131202.PutRecord") {
      response.writeHead(200, { "content-type": "application/x-amz-json-1.1" }).end(JSON.stringify(PUT));
      return;
    }
    response.writeHead(200, EVENT_STREAM).end(Buffer.concat(verb === "converse-stream" ? CONVERSED : SUBSCRIBED));
  });
}

/** Ends with the test. */
export async function startEventStreamStandIn(): Promise<EventStreamStandIn> {
  const requests: string[] = [];
  const server = await startSecureServer((answering) => {
    answering.on("request", (request, response) => {
      requests.push(`${request.method} ${request.url}`);
      if (request.httpVersionMajor === 2) answer(request, response);
      else response.writeHead(505).end();
    });
  });
  return { ...server, requests };
}
