import { describe, expect, test } from "vitest";
import { EmptyLineFinder, HeadScanner } from "../../../src/capture/observe/http1-head-scanner.ts";
import { atRandom, byteByByte, whole } from "../../support/split-bytes.ts";

/** The heads that the scanner cuts out, and how many bytes it read in all. */
function scanned(pieces: readonly Buffer[]): { heads: string[]; read: number } {
  const scanner = new HeadScanner();
  const heads: string[] = [];
  let read = 0;
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; ) {
      const stop = scanner.scan(piece, at);
      const head = scanner.take();
      if (head !== undefined) heads.push(head);
      read += stop - at;
      at = stop;
    }
  }
  return { heads, read };
}

describe.each([
  ["whole", whole],
  ["byte by byte", byteByByte],
  ["at random", atRandom(5, 7)],
])("cut %s", (_, split) => {
  test.each([
    ["one head", "GET / HTTP/1.1\r\nHost: h\r\n\r\n", ["GET / HTTP/1.1\r\nHost: h\r\n\r\n"]],
    ["two heads", "A\r\n\r\nB\r\n\r\n", ["A\r\n\r\n", "B\r\n\r\n"]],
    ["bare LF", "A\nb: c\n\nB\n\n", ["A\nb: c\n\n", "B\n\n"]],
    ["mixed line ends", "A\r\nb: c\n\r\nB\n\n", ["A\r\nb: c\n\r\n", "B\n\n"]],
    ["empty lines before a head", "\r\n\n\r\nA\r\n\r\n\r\nB\r\n\r\n", ["A\r\n\r\n", "B\r\n\r\n"]],
    ["a CR within a line", "A\r\n\rb\r\n\r\n", ["A\r\n\rb\r\n\r\n"]],
    ["a head that does not end", "A\r\nb: c\r\n", []],
  ])("finds %s", (_, text, heads) => {
    expect(scanned(split(Buffer.from(text)))).toEqual({ heads, read: text.length });
  });
});

test("a head of 256 KB is taken, one byte more is not", () => {
  const head = (length: number) => Buffer.from(`A\r\nx: ${"y".repeat(length - 10)}\r\n\r\n`);
  const limit = 256 * 1024;
  for (const split of [whole, atRandom(1, 9000)]) {
    expect(scanned(split(head(limit))).heads).toEqual([head(limit).toString()]);
    expect(() => scanned(split(head(limit + 1)))).toThrow("head over 256 KB");
  }
});

test("a head without an end is given up at 256 KB", () => {
  expect(() => scanned(Array.from({ length: 5 }, () => Buffer.alloc(64 * 1024, "a")))).toThrow("head over 256 KB");
});

test("an empty section ends at once", () => {
  expect(new EmptyLineFinder().find(Buffer.from("\r\nrest"), 0)).toBe(2);
});
