import { describe, expect, test } from "vitest";
import { FLAG, FRAME, FrameReader } from "../../../src/capture/observe/http2-frame-reader.ts";
import { data, frame, settings } from "../../support/http2-bytes.ts";
import { atRandom, byteByByte, whole } from "../../support/split-bytes.ts";

function framesOf(pieces: readonly Buffer[]): string[] {
  const told: string[] = [];
  const contents = new Map<number, string>();
  const reader = new FrameReader({
    frame: ({ type, flags, stream, payload }) => told.push(`${type} ${flags} ${stream} ${payload.toString("latin1")}`),
    data: (stream, chunk, start, end) =>
      contents.set(stream, (contents.get(stream) ?? "") + chunk.toString("latin1", start, end)),
    dataEnded: (stream, endsStream) => {
      told.push(`data ${stream} ${contents.get(stream) ?? ""}${endsStream ? " end" : ""}`);
      contents.delete(stream);
    },
  });
  for (const piece of pieces) reader.read(piece);
  return told;
}

describe.each([
  ["whole", whole],
  ["byte by byte", byteByByte],
  ["at random", atRandom(4, 11)],
])("cut %s", (_, split) => {
  test.each<[string, Buffer[], string[]]>([
    [
      "frames that are read",
      [frame(FRAME.headers, 5, 1, "block"), frame(FRAME.rstStream, 0, 1, "code")],
      ["1 5 1 block", "3 0 1 code"],
    ],
    ["empty frames", [frame(FRAME.settings, FLAG.ack, 0), data(1, "", FLAG.endStream)], ["4 1 0 ", "data 1  end"]],
    ["the reserved bit of a stream", [frame(FRAME.rstStream, 0, 0x8000_0003, "code")], ["3 0 3 code"]],
    ["content", [data(1, "hello"), data(3, "you", FLAG.endStream)], ["data 1 hello", "data 3 you end"]],
    ["content with padding", [frame(FRAME.data, FLAG.padded, 1, "\x03helloPAD")], ["data 1 hello"]],
    ["padding without content", [frame(FRAME.data, FLAG.padded, 1, "\x03PAD")], ["data 1 "]],
    ["nothing of other types", [frame(0x8, 0, 1, "1234"), frame(0x63, 0xff, 1, "x"), frame(0x63, 0, 1)], []],
  ])("gives %s", (_title, frames, told) => {
    const bytes = Buffer.concat([settings([3, 100]), ...frames]);
    expect(framesOf(split(bytes)).slice(1)).toEqual(told);
  });

  test.each([
    ["padding longer than its frame", data(1, "\x05hell", FLAG.padded)],
    ["control frame over 256 KB", frame(FRAME.continuation, 0, 1, Buffer.alloc(256 * 1024 + 1))],
  ])("%s is refused", (detail, bytes) => {
    expect(() => framesOf(split(Buffer.concat([settings(), bytes])))).toThrow(detail);
  });
});

test("anything but SETTINGS at the beginning is refused", () => {
  expect(() => framesOf([data(1, "x")])).toThrow("HTTP/2 does not begin with SETTINGS");
});

test("content of 16 MB passes without being collected", () => {
  let length = 0;
  const reader = new FrameReader({
    frame: () => {},
    data: (_stream, _chunk, start, end) => {
      length += end - start;
    },
    dataEnded: () => {},
  });
  reader.read(settings());
  reader.read(frame(FRAME.data, 0, 1, Buffer.alloc(2 ** 24 - 1)));
  expect(length).toBe(2 ** 24 - 1);
});
