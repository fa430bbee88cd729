/** Lets an observer watch a dialogue and tells, one line a call, what it told its sinks. */
import { expect } from "vitest";
import type {
  ConnectionFacts,
  ExchangeSink,
  KeptBody,
  RequestHead,
  ResponseHead,
} from "../../src/capture/captured-exchange.ts";
import { type ConnectionObserver, createObserver } from "../../src/capture/observe/create-observer.ts";
import { atRandom, byteByByte, type Split, whole } from "./split-bytes.ts";

export const CONNECTION: ConnectionFacts = {
  id: 7,
  approach: "connect",
  scheme: "https",
  authority: "api.example.com:443",
};

/** Who speaks, and what: text is latin1. `end` closes the connection. */
export type Step = readonly ["client" | "upstream", string | Buffer] | readonly ["end"];

export interface DialogueOptions {
  readonly protocol?: "http/1.1" | "h2";
  readonly keepRequestBytes?: number;
  readonly keepResponseBytes?: number;
  /** Called before each call of a sink is noted, with its line; may throw as a sink may. */
  readonly onCall?: (line: string) => void;
}

export interface Watched {
  readonly observer: ConnectionObserver;
  /** One line for each call, in order. */
  readonly calls: string[];
  readonly requests: RequestHead[];
  readonly responses: ResponseHead[];
  /** What sinks have thrown. */
  readonly failures: readonly string[];
}

/** An observer whose sinks note their calls. */
function watch(options: DialogueOptions = {}): Watched {
  const calls: string[] = [];
  const failures: string[] = [];
  const requests: RequestHead[] = [];
  const responses: ResponseHead[] = [];
  const note = (line: string) => {
    options.onCall?.(line);
    calls.push(line);
  };
  let lastId = 0;
  const observer = createObserver({
    protocol: options.protocol ?? "http/1.1",
    connection: CONNECTION,
    nextId: () => ++lastId,
    now: () => 1_700_000_000_000,
    onSinkFailed: (error) => failures.push(String(error)),
    onLost: (detail) => note(`lost: ${detail}`),
    open: (head): ExchangeSink => {
      note(`${head.id} open ${head.method} ${head.target}`);
      requests.push(head);
      return {
        keepRequestBytes: options.keepRequestBytes ?? 1024,
        requestEnded: (body) => note(`${head.id} request ${described(body)}`),
        responseStarted: (response) => {
          note(`${head.id} response ${response.status}`);
          responses.push(response);
          return options.keepResponseBytes ?? 1024;
        },
        responseEnded: (body) => note(`${head.id} answer ${described(body)}`),
        abandoned: (why) => note(`${head.id} abandoned ${why}`),
      };
    },
  });
  return { observer, calls, requests, responses, failures };
}

/** Plays the dialogue whole, byte by byte and cut at random; the calls must not depend on the cuts. */
export function observe(steps: readonly Step[], options: DialogueOptions = {}): Watched {
  const first = play(steps, options, whole);
  for (const split of [byteByByte, atRandom(1, 3), atRandom(2, 17), atRandom(3, 60)]) {
    const other = play(steps, options, split);
    expect(other.calls).toEqual(first.calls);
    expect(other.requests).toEqual(first.requests);
    expect(other.responses).toEqual(first.responses);
  }
  return first;
}

export function play(steps: readonly Step[], options: DialogueOptions, split: Split): Watched {
  const watched = watch(options);
  for (const [speaker, said = ""] of steps) {
    const pieces = split(typeof said === "string" ? Buffer.from(said, "latin1") : said);
    if (speaker === "end") watched.observer.end("connection-closed");
    for (const piece of pieces) {
      if (speaker === "client") watched.observer.fromClient(piece);
      if (speaker === "upstream") watched.observer.fromUpstream(piece);
    }
  }
  return watched;
}

function described({ bytes, length, truncated }: KeptBody): string {
  const text = JSON.stringify(Buffer.from(bytes).toString("latin1"));
  const count = bytes.length === length ? "" : ` of ${length}`;
  return `${text}${count}${truncated ? " truncated" : ""}`;
}
