import { once } from "node:events";
import { connect } from "node:http2";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { expect, test } from "vitest";
import type { HeaderField } from "../../../src/capture/captured-exchange.ts";
import { HpackDecoder } from "../../../src/capture/observe/hpack.ts";
import { huffmanText } from "../../../src/capture/observe/hpack-huffman.ts";
import { FRAME, FrameReader } from "../../../src/capture/observe/http2-frame-reader.ts";
import { PREFACE } from "../../support/http2-bytes.ts";

const hex = (text: string) => Buffer.from(text.replaceAll(" ", ""), "hex");
const read = (bytes: Buffer) => huffmanText(bytes, 0, bytes.length);

test.each([
  ["www.example.com", "f1e3 c2e5 f23a 6ba0 ab90 f4ff"],
  ["Mon, 21 Oct 2013 20:13:21 GMT", "d07a be94 1054 d444 a820 0595 040b 8166 e082 a62d 1bff"],
  ["", ""],
])("reads %o, RFC 7541 appendix C", (text, bytes) => {
  expect(read(hex(bytes))).toBe(text);
});

test("reads the bytes of a range only", () => {
  expect(huffmanText(hex("ffff a8eb 1064 9cbf ffff"), 2, 8)).toBe("no-cache");
});

test.each([
  ["padding that is not ones", "00", "padding that is not EOS"],
  ["a whole byte of padding", "a8eb 1064 9cbf ff", "padding that is not EOS"],
  ["the code of EOS", "ffff ffff", "EOS in a string"],
])("refuses %s", (_, bytes, detail) => {
  expect(() => read(hex(bytes))).toThrow(detail);
});

/** The fields of a request with these header values, read from what Node's own HTTP/2 (nghttp2) sends for it. */
async function sentByNode(values: readonly string[]): Promise<readonly HeaderField[]> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const headers = Object.fromEntries(values.map((value, index) => [`x-${index}`, value]));
  const session = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  session.on("error", () => {});
  session.request({ ":path": "/", ...headers }).on("error", () => {});
  const [socket]: readonly Socket[] = await once(server, "connection");
  const decoder = new HpackDecoder();
  return new Promise((resolve) => {
    const frames = new FrameReader({
      frame: ({ type, payload }) => {
        if (type !== FRAME.headers) return;
        resolve(decoder.decode(payload));
        session.destroy();
        server.close();
      },
      data: () => {},
      dataEnded: () => {},
    });
    let skip = PREFACE.length;
    socket?.on("data", (chunk: Buffer) => {
      frames.read(chunk, Math.min(skip, chunk.length));
      skip = Math.max(0, skip - chunk.length);
    });
  });
}

test("reads every byte that a header value may hold, as another implementation codes it", async () => {
  const codes = Array.from({ length: 256 }, (_, code) => code).filter((code) => code >= 0x21 && code !== 0x7f);
  // Behind short codes, so that the whole is shorter coded than plain, at each place within a byte.
  const values = codes.map((code) => `${"0".repeat(40 + (code % 8))}${String.fromCharCode(code)}${"a".repeat(8)}`);
  for (const some of [values.slice(0, 120), values.slice(120)]) {
    const fields = (await sentByNode(some)).filter(([name]) => name.startsWith("x-"));
    expect(fields).toEqual(some.map((value, index) => [`x-${index}`, value]));
  }
});
