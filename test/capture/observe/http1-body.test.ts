import { describe, expect, test } from "vitest";
import { bodyWalker } from "../../../src/capture/observe/http1-body.ts";
import { atRandom, byteByByte, whole } from "../../support/split-bytes.ts";

type Framing = Parameters<typeof bodyWalker>[0];

/** Content, and what was left over after the body. */
function walked(framing: Framing, pieces: readonly Buffer[]) {
  const walker = bodyWalker(framing);
  let content = "";
  let rest = "";
  for (const piece of pieces) {
    const at = walker.ended
      ? 0
      : walker.walk(piece, 0, (chunk, start, end) => {
          content += chunk.toString("latin1", start, end);
        });
    rest += piece.toString("latin1", at);
  }
  return { content, rest, ended: walker.ended };
}

const CHUNKED: Framing = { kind: "chunked" };

describe.each([
  ["whole", whole],
  ["byte by byte", byteByByte],
  ["at random", atRandom(9, 5)],
])("cut %s", (_, split) => {
  test.each<[string, Framing, string, { content: string; rest: string; ended: boolean }]>([
    ["length", { kind: "length", length: 5 }, "helloGET", { content: "hello", rest: "GET", ended: true }],
    ["length, cut", { kind: "length", length: 5 }, "hell", { content: "hell", rest: "", ended: false }],
    ["until close", { kind: "until-close" }, "0\r\n\r\n", { content: "0\r\n\r\n", rest: "", ended: false }],
    ["no chunk", CHUNKED, "0\r\n\r\nGET", { content: "", rest: "GET", ended: true }],
    [
      "chunks",
      CHUNKED,
      "3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\nGET",
      { content: "abc0123456789", rest: "GET", ended: true },
    ],
    [
      "hex digits in both cases",
      CHUNKED,
      `aB\r\n${"x".repeat(0xab)}\r\n0\r\n\r\n`,
      { content: "x".repeat(0xab), rest: "", ended: true },
    ],
    ["leading zeros", CHUNKED, "0003\r\nabc\r\n000\r\n\r\n", { content: "abc", rest: "", ended: true }],
    ["extensions", CHUNKED, '3;a=b;c="d\r\nabc\r\n0 ; last\r\n\r\n', { content: "abc", rest: "", ended: true }],
    ["trailers", CHUNKED, "1\r\na\r\n0\r\nx: 1\r\ny: 2\r\n\r\nGET", { content: "a", rest: "GET", ended: true }],
    ["bare LF", CHUNKED, "1\na\n0\nx: 1\n\nGET", { content: "a", rest: "GET", ended: true }],
    ["framing inside content", CHUNKED, "5\r\n0\r\n\r\n\r\n0\r\n\r\n", { content: "0\r\n\r\n", rest: "", ended: true }],
    ["chunks, cut", CHUNKED, "5\r\nhel", { content: "hel", rest: "", ended: false }],
  ])("%s", (_, framing, text, outcome) => {
    expect(walked(framing, split(Buffer.from(text)))).toEqual(outcome);
  });

  test.each([
    ["\r\n", "invalid chunk size"],
    [";a=b\r\n", "invalid chunk size"],
    ["g\r\n", "invalid chunk size"],
    ["-1\r\n", "invalid chunk size"],
    ["0x1\r\n", "invalid chunk size"],
    ["1000000000000\r\n", "invalid chunk size"],
    ["1\r\nab\r\n", "chunk longer than its size"],
    ["1\r\na\r\r\n", "chunk longer than its size"],
    [`1;${"x".repeat(20_000)}`, "chunk extension too long"],
    [`0\r\n${"x: y\r\n".repeat(50_000)}`, "trailers over 256 KB"],
  ])("%.20j is refused", (text, detail) => {
    expect(() => walked(CHUNKED, split(Buffer.from(text)))).toThrow(detail);
  });
});
