import { expect, test } from "vitest";
import type { ExchangeSink, RequestHead } from "../../../src/capture/captured-exchange.ts";
import { ObservedExchange } from "../../../src/capture/observe/observed-exchange.ts";
import { CONNECTION } from "../../support/observed-dialogue.ts";

const HEAD: RequestHead = {
  connection: CONNECTION,
  id: 1,
  startedAt: 0,
  httpVersion: "1.1",
  method: "PUT",
  target: "/",
  host: "h",
  headers: [],
};
const MEMBERS = ["requestEnded", "responseStarted", "responseEnded", "abandoned"] as const;
const BYTES = Buffer.from("hello");

/** An exchange whose sink throws in the members named. */
function noted(...throwing: readonly string[]) {
  const calls: string[] = [];
  const note = (member: string) => {
    calls.push(member);
    if (throwing.includes(member)) throw new Error(`sink failed in ${member}`);
  };
  const sink: ExchangeSink = {
    keepRequestBytes: 3,
    requestEnded: (body) => note(`requestEnded ${body.bytes.length}/${body.length} ${body.truncated}`),
    responseStarted: () => {
      note("responseStarted");
      return 2;
    },
    responseEnded: (body) => note(`responseEnded ${body.bytes.length}/${body.length} ${body.truncated}`),
    abandoned: (why) => note(`abandoned ${why}`),
  };
  const failures: unknown[] = [];
  return {
    calls,
    failures,
    exchange: new ObservedExchange(
      () => sink,
      HEAD,
      (error) => failures.push(error),
    ),
  };
}

function pass(exchange: ObservedExchange): void {
  exchange.requestBytes(BYTES, 0, 5);
  exchange.requestEnded();
  exchange.responseStarted({ status: 200, headers: [] });
  exchange.responseBytes(BYTES, 0, 5);
  exchange.responseEnded();
}

test("keeps of each body what its sink asked for", () => {
  const { calls, exchange } = noted();
  pass(exchange);
  expect(calls).toEqual(["requestEnded 3/5 true", "responseStarted", "responseEnded 2/5 true"]);
});

test("says the end of the request before the response, and only once", () => {
  const { calls, exchange } = noted();
  exchange.requestBytes(BYTES, 0, 2);
  exchange.responseStarted({ status: 500, headers: [] });
  exchange.requestBytes(BYTES, 2, 5);
  exchange.requestEnded();
  exchange.responseEnded();
  expect(calls).toEqual(["requestEnded 2/2 true", "responseStarted", "responseEnded 0/0 false"]);
});

test("says nothing after its end", () => {
  const { calls, exchange } = noted();
  pass(exchange);
  pass(exchange);
  exchange.abandon("connection-closed");
  expect(calls).toHaveLength(3);
});

test("says nothing after it was abandoned", () => {
  const { calls, exchange } = noted();
  exchange.abandon("stream-reset");
  exchange.abandon("connection-closed");
  pass(exchange);
  expect(calls).toEqual(["requestEnded 0/0 true", "abandoned stream-reset"]);
});

test.each(MEMBERS)("hears no more of a sink that threw in %s, and tells so", (member) => {
  const line = { requestEnded: "requestEnded 3/5 true", responseStarted: "responseStarted" } as Record<string, string>;
  const failing = line[member] ?? (member === "responseEnded" ? "responseEnded 2/5 true" : "abandoned stream-reset");
  const { calls, exchange, failures } = noted(failing);
  if (member === "abandoned") exchange.abandon("stream-reset");
  pass(exchange);
  exchange.abandon("stream-reset");
  expect(calls.at(-1)).toBe(failing);
  expect(failures).toEqual([new Error(`sink failed in ${failing}`)]);
});

test.each([
  [
    "opening",
    (): ExchangeSink => {
      throw new Error("no sink");
    },
  ],
  [
    "asking for the budget",
    (): ExchangeSink => ({
      get keepRequestBytes(): number {
        throw new Error("no budget");
      },
      requestEnded: () => expect.unreachable(),
      responseStarted: () => expect.unreachable(),
      responseEnded: () => expect.unreachable(),
      abandoned: () => expect.unreachable(),
    }),
  ],
])("lets no exception of %s out, and tells it once", (_, open) => {
  const failures: unknown[] = [];
  const exchange = new ObservedExchange(open, HEAD, (error) => failures.push(error));
  pass(exchange);
  expect(exchange.answered).toBe(true);
  expect(failures).toEqual([expect.any(Error)]);
});
