/** Bytes that nobody sent on purpose: nothing is thrown, sinks hear a grammatical story, and cuts make no difference. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FLAG, FRAME } from "../../../src/capture/observe/http2-frame-reader.ts";
import { data, frame, PREFACE, request, response, settings } from "../../support/http2-bytes.ts";
import { play, type Step } from "../../support/observed-dialogue.ts";
import { atRandom, byteByByte, whole } from "../../support/split-bytes.ts";

type Protocol = "http/1.1" | "h2";
type Spoken = readonly ["client" | "upstream", Buffer];

const latin1 = (text: string) => Buffer.from(text, "latin1");

const HTTP1: readonly Spoken[] = [
  ["client", latin1("GET /a?x=1 HTTP/1.1\r\nHost: h\r\nX-A: 1\r\n folded\r\n\r\n")],
  ["upstream", latin1("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody")],
  [
    "client",
    latin1("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5;e=1\r\nhello\r\n0\r\nx: y\r\n\r\n"),
  ],
  ["client", latin1("PUT /k HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n")],
  [
    "upstream",
    latin1(
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\nHTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno",
    ),
  ],
  ["client", latin1("HEAD / HTTP/1.1\r\nHost: h\r\n\r\nGET /ws HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\n\r\n")],
  ["upstream", latin1("HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n")],
  ["upstream", latin1("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n\x81\x01a")],
];

const HTTP2: readonly Spoken[] = [
  ["client", latin1(PREFACE)],
  ["client", settings([1, 65_536])],
  ["upstream", settings([1, 0], [3, 100])],
  ["client", request(1, "/one")],
  ["client", frame(FRAME.data, FLAG.padded, 1, "\x02helloPP")],
  ["client", request(3, "/three", FLAG.endStream, "HEAD")],
  ["client", data(1, "you", FLAG.endStream)],
  ["upstream", response(3, 200, FLAG.endStream)],
  ["upstream", response(1, 103)],
  ["upstream", response(1, 200)],
  ["client", request(5, "/five", 0)],
  ["upstream", data(1, "answer", FLAG.endStream)],
  // RFC 7541 appendix C.4.1 and C.4.2: Huffman coding and the dynamic table.
  [
    "client",
    frame(FRAME.headers, FLAG.endHeaders | FLAG.endStream, 7, Buffer.from("828684418cf1e3c2e5f23a6ba0ab90f4ff", "hex")),
  ],
  ["client", frame(FRAME.headers, FLAG.endStream, 9, Buffer.from("828684be5886a8eb", "hex"))],
  ["client", frame(FRAME.continuation, FLAG.endHeaders, 9, Buffer.from("10649cbf", "hex"))],
  ["upstream", frame(FRAME.rstStream, 0, 5, Buffer.alloc(4))],
  ["upstream", frame(FRAME.goaway, 0, 0, Buffer.of(0, 0, 0, 7, 0, 0, 0, 0))],
];

type Mutation =
  | { readonly kind: "overwrite"; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: "insert"; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: "remove"; readonly at: number; readonly length: number }
  | { readonly kind: "repeat" };

const places = { at: fc.nat(200), bytes: fc.uint8Array({ minLength: 1, maxLength: 4 }) };
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant("overwrite" as const), ...places }),
  fc.record({ kind: fc.constant("insert" as const), ...places }),
  fc.record({ kind: fc.constant("remove" as const), at: fc.nat(200), length: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ kind: fc.constant("repeat" as const) }),
);

function mutated(bytes: Buffer, change: Mutation): Buffer {
  if (change.kind === "repeat") return Buffer.concat([bytes, bytes]);
  const at = change.at % (bytes.length + 1);
  const inserted = change.kind === "remove" ? Buffer.alloc(0) : change.bytes;
  const removed = change.kind === "remove" ? change.length : change.kind === "overwrite" ? change.bytes.length : 0;
  return Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at + removed)]);
}

/** Up to three changes to a valid dialogue, some steps left out. */
const spoiled = (valid: readonly Spoken[]): fc.Arbitrary<Spoken[]> =>
  fc
    .tuple(
      fc.array(fc.tuple(fc.nat(valid.length - 1), mutation), { maxLength: 3 }),
      fc.option(fc.nat(valid.length - 1)),
    )
    .map(([changes, missing]) =>
      valid
        .map(([speaker, bytes], index): Spoken => {
          const mine = changes.filter(([place]) => place === index).map(([, change]) => change);
          return [speaker, mine.reduce(mutated, bytes)];
        })
        .filter((_, index) => index !== missing),
    );

const noise: fc.Arbitrary<Spoken[]> = fc.array(
  fc.tuple(
    fc.constantFrom("client" as const, "upstream" as const),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  ),
  { maxLength: 8 },
);

const GRAMMAR = /^open( request( response( answer| abandoned)?| abandoned)?)?$/;

/** Every exchange tells a prefix of the contract; the connection is lost at most once, and then all is silent. */
function expectGrammar(calls: readonly string[], ended: boolean): void {
  const lost = calls.findIndex((call) => call.startsWith("lost"));
  if (lost !== -1) expect(calls.slice(lost)).toHaveLength(1);
  const stories = new Map<string, string[]>();
  for (const [id = "", word = ""] of calls.map((call) => call.split(" "))) {
    if (id !== "lost:") stories.set(id, [...(stories.get(id) ?? []), word]);
  }
  for (const story of stories.values()) {
    expect(story.join(" ")).toMatch(GRAMMAR);
    if (ended) expect(["answer", "abandoned"]).toContain(story.at(-1));
  }
}

describe.each<[Protocol, readonly Spoken[]]>([
  ["http/1.1", HTTP1],
  ["h2", HTTP2],
])("%s", (protocol, valid) => {
  const end: Step = ["end"];

  test("the dialogue that is spoiled below is a valid one", () => {
    const { calls, requests } = play([...valid, end], { protocol }, whole);
    expect(calls.filter((call) => call.startsWith("lost"))).toEqual([]);
    expect(requests).toHaveLength(5);
  });

  test.each([
    ["noise", noise],
    ["a spoiled dialogue", spoiled(valid)],
  ])("%s makes a grammatical story, the same however it is cut", (_, dialogues) => {
    fc.assert(
      fc.property(dialogues, fc.nat(), (steps, seed) => {
        const { calls } = play([...steps, end], { protocol }, whole);
        expectGrammar(calls, true);
        expect(play([...steps, end], { protocol }, byteByByte).calls).toEqual(calls);
        expect(play([...steps, end], { protocol }, atRandom(seed, 20)).calls).toEqual(calls);
      }),
      { numRuns: 300 },
    );
  });

  test("a sink that throws anywhere is heard of nowhere", () => {
    fc.assert(
      fc.property(spoiled(valid), fc.nat(30), (steps, failing) => {
        let count = 0;
        const onCall = () => {
          count += 1;
          if (count === failing) throw new Error("sink failed");
        };
        expectGrammar(play([...steps, end], { protocol, onCall }, whole).calls, false);
      }),
      { numRuns: 300 },
    );
  });
});
