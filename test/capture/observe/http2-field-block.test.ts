import { expect, test } from "vitest";
import { FieldBlockAssembler } from "../../../src/capture/observe/http2-field-block.ts";
import { FLAG, FRAME, type Frame } from "../../../src/capture/observe/http2-frame-reader.ts";

const { endHeaders, endStream, padded, priority } = FLAG;

const frameOf = (type: number, flags: number, payload: string, stream = 1): Frame => ({
  type,
  flags,
  stream,
  payload: Buffer.from(payload, "latin1"),
});

function blockOf(...frames: Frame[]) {
  const assembler = new FieldBlockAssembler();
  const blocks = frames.map((frame) => assembler.add(frame));
  expect(blocks.slice(0, -1).every((block) => block === undefined)).toBe(true);
  const last = blocks.at(-1);
  return last === undefined ? undefined : { ...last, bytes: last.bytes.toString("latin1") };
}

test.each<[string, Frame[], { bytes: string; endsStream: boolean; promised: boolean }]>([
  ["HEADERS", [frameOf(FRAME.headers, endHeaders, "block")], { bytes: "block", endsStream: false, promised: false }],
  [
    "padding",
    [frameOf(FRAME.headers, endHeaders | padded, "\x02blockPP")],
    { bytes: "block", endsStream: false, promised: false },
  ],
  [
    "priority",
    [frameOf(FRAME.headers, endHeaders | priority, "PRIORblock")],
    { bytes: "block", endsStream: false, promised: false },
  ],
  [
    "both",
    [frameOf(FRAME.headers, endHeaders | priority | padded, "\x01PRIORblockP")],
    { bytes: "block", endsStream: false, promised: false },
  ],
  ["nothing", [frameOf(FRAME.headers, endHeaders | endStream, "")], { bytes: "", endsStream: true, promised: false }],
  [
    "CONTINUATION",
    [
      frameOf(FRAME.headers, endStream, "a"),
      frameOf(FRAME.continuation, 0, "b"),
      frameOf(FRAME.continuation, endHeaders, "c"),
    ],
    { bytes: "abc", endsStream: true, promised: false },
  ],
  [
    "PUSH_PROMISE",
    [frameOf(FRAME.pushPromise, endHeaders | padded, "\x01\0\0\0\x02blockP")],
    { bytes: "block", endsStream: false, promised: true },
  ],
  [
    "PUSH_PROMISE with CONTINUATION",
    [frameOf(FRAME.pushPromise, 0, "\0\0\0\x02a"), frameOf(FRAME.continuation, endHeaders, "b")],
    { bytes: "ab", endsStream: false, promised: true },
  ],
])("takes the block out of %s", (_, frames, block) => {
  expect(blockOf(...frames)).toEqual({ stream: 1, ...block });
});

test("one block follows the other", () => {
  const assembler = new FieldBlockAssembler();
  assembler.add(frameOf(FRAME.headers, 0, "a"));
  assembler.add(frameOf(FRAME.continuation, endHeaders, "b"));
  assembler.add(frameOf(FRAME.headers, 0, "c", 3));
  expect(assembler.add(frameOf(FRAME.continuation, endHeaders, "d", 3))?.bytes.toString()).toBe("cd");
});

test.each<[string, string, Frame[]]>([
  ["a continuation of nothing", "CONTINUATION of no field block", [frameOf(FRAME.continuation, endHeaders, "b")]],
  [
    "a continuation of another stream",
    "CONTINUATION of no field block",
    [frameOf(FRAME.headers, 0, "a"), frameOf(FRAME.continuation, 0, "b", 3)],
  ],
  [
    "a block inside a block",
    "field block without its end",
    [frameOf(FRAME.headers, 0, "a"), frameOf(FRAME.headers, endHeaders, "b", 3)],
  ],
  ["too much padding", "padding longer than its frame", [frameOf(FRAME.headers, endHeaders | padded, "\x02a")]],
  ["a priority that is cut", "padding longer than its frame", [frameOf(FRAME.headers, endHeaders | priority, "abcd")]],
  [
    "too much of it",
    "field block over 256 KB",
    [frameOf(FRAME.headers, 0, "a".repeat(200_000)), frameOf(FRAME.continuation, 0, "a".repeat(100_000))],
  ],
])("refuses %s", (_, detail, frames) => {
  expect(() => blockOf(...frames)).toThrow(detail);
});
