import { expect, test } from "vitest";
import { CLIENT_PREFACE, Http2Direction } from "../../../src/capture/observe/http2-direction.ts";
import { FLAG, FRAME } from "../../../src/capture/observe/http2-frame-reader.ts";
import { data, frame, headers, settings } from "../../support/http2-bytes.ts";

function told(preface: Buffer, ...bytes: Buffer[]): string[] {
  const lines: string[] = [];
  const direction = new Http2Direction(preface, {
    fields: (stream, fields) => lines.push(`${stream} fields ${fields.map((field) => field.join("=")).join(" ")}`),
    content: (stream, chunk, start, end) => lines.push(`${stream} content ${chunk.toString("latin1", start, end)}`),
    ended: (stream) => lines.push(`${stream} ended`),
    reset: (stream) => lines.push(`${stream} reset`),
    goingAway: (lastStream) => lines.push(`going away after ${lastStream}`),
    tableSize: (size) => lines.push(`table ${size}`),
  });
  for (const chunk of bytes) direction.read(chunk);
  return lines;
}

const NONE = Buffer.alloc(0);
const END = FLAG.endStream;

test("tells fields, content and the end of streams", () => {
  expect(
    told(NONE, settings(), headers(1, [[":status", "200"]]), data(1, "ok", END), headers(3, [["a", "b"]], END)),
  ).toEqual(["1 fields :status=200", "1 content ok", "1 ended", "3 fields a=b", "3 ended"]);
});

test("tells of settings only the table size, and nothing of an acknowledgement", () => {
  const acknowledged = frame(FRAME.settings, FLAG.ack, 0);
  expect(told(NONE, settings([3, 100], [1, 8192], [4, 65_535], [1, 0]), acknowledged)).toEqual([
    "table 8192",
    "table 0",
  ]);
});

test("tells resets and going away, without the reserved bit", () => {
  const goaway = frame(FRAME.goaway, 0, 0, Buffer.of(0x80, 0, 0, 7, 0, 0, 0, 0));
  expect(told(NONE, settings(), frame(FRAME.rstStream, 0, 5, "code"), goaway)).toEqual([
    "5 reset",
    "going away after 7",
  ]);
});

test("reads past the preface however it is cut", () => {
  const bytes = Buffer.concat([CLIENT_PREFACE, settings([1, 1])]);
  for (let cut = 0; cut <= bytes.length; cut += 1) {
    expect(told(CLIENT_PREFACE, bytes.subarray(0, cut), bytes.subarray(cut))).toEqual(["table 1"]);
  }
});

test("refuses another preface at its first strange byte", () => {
  expect(() => told(CLIENT_PREFACE, Buffer.from("PRI * HTTP/3"))).toThrow("no HTTP/2 client preface");
});
