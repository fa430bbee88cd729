import { describe, expect, test } from "vitest";
import { FLAG, FRAME } from "../../../src/capture/observe/http2-frame-reader.ts";
import { data, frame, headers, PREFACE, request, response, settings } from "../../support/http2-bytes.ts";
import { observe, type Step } from "../../support/observed-dialogue.ts";

const END = FLAG.endStream;
const NO_ERROR = Buffer.alloc(4);
const START: Step[] = [
  ["client", PREFACE],
  ["client", settings()],
  ["upstream", settings()],
];

const callsOf = (...steps: Step[]) => observe([...START, ...steps], { protocol: "h2" }).calls;

describe("what an observer has no use for", () => {
  test.each<[string, Buffer]>([
    ["PRIORITY", frame(0x2, 0, 1, Buffer.alloc(5))],
    ["PING", frame(0x6, 0, 0, Buffer.alloc(8))],
    ["WINDOW_UPDATE", frame(0x8, 0, 1, Buffer.of(0, 1, 0, 0))],
    ["ALTSVC", frame(0xa, 0, 0, "\0\0h2")],
    ["a frame of unknown type", frame(0xfe, 0xff, 77, "x".repeat(300))],
    ["an empty frame of unknown type", frame(0xfe, 0xff, 77)],
    ["an acknowledgement", frame(FRAME.settings, FLAG.ack, 0)],
    ["DATA on an unknown stream", data(99, "x", END)],
    ["RST_STREAM on an unknown stream", frame(FRAME.rstStream, 0, 99, NO_ERROR)],
  ])("%s is passed over", (_, bytes) => {
    const calls = callsOf(
      ["client", bytes],
      ["client", request(1, "/", END)],
      ["upstream", bytes],
      ["upstream", response(1, 200, END)],
    );
    expect(calls).toEqual(["1 open POST /", '1 request ""', "1 response 200", '1 answer ""']);
  });
});

describe("a place is lost", () => {
  test.each<[string, Step[]]>([
    ["no HTTP/2 client preface", [["client", "GET / HTTP/1.1\r\nHost: h\r\n\r\n"]]],
    ["HTTP/2 does not begin with SETTINGS", [["upstream", "HTTP/1.1 400 Bad Request\r\n\r\n"]]],
    ["response ended before its head", [...START, ["client", request(1, "/", END)], ["upstream", data(1, "", END)]]],
    ["response without a status", [...START, ["client", request(1, "/", END)], ["upstream", headers(1, [["x", "y"]])]]],
    ["CONTINUATION of no field block", [...START, ["client", frame(FRAME.continuation, FLAG.endHeaders, 1, "")]]],
    [
      "field block without its end",
      [...START, ["client", frame(FRAME.headers, 0, 1, "")], ["client", request(3, "/")]],
    ],
    ["padding longer than its frame", [...START, ["client", frame(FRAME.data, FLAG.padded, 1, "\x04abc")]]],
    ["control frame over 256 KB", [...START, ["client", frame(FRAME.headers, 0, 1, Buffer.alloc(256 * 1024 + 1))]]],
    [
      "invalid HPACK: index beyond the tables",
      [...START, ["client", frame(FRAME.headers, FLAG.endHeaders, 1, "\xfe")]],
    ],
    ["GOAWAY without a stream", [...START, ["upstream", frame(FRAME.goaway, 0, 0, "")]]],
  ])("%s", (detail, steps) => {
    const { calls } = observe([...steps, ["client", request(5, "/")], ["end"]], { protocol: "h2" });
    expect(calls.filter((call) => call.startsWith("lost"))).toEqual([`lost: ${detail}`]);
    expect(calls.at(-1)).toBe(`lost: ${detail}`);
  });
});
