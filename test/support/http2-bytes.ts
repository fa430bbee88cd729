/** Writes HTTP/2 frames and field blocks (literal, neither indexed nor Huffman-coded) for dialogues of tests. */
import { FLAG, FRAME } from "../../src/capture/observe/http2-frame-reader.ts";

type Fields = readonly (readonly [name: string, value: string])[];

export const PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
const WHOLE_FIELDS = FLAG.endHeaders;

export function frame(type: number, flags: number, stream: number, payload: Buffer | string = ""): Buffer {
  const bytes = typeof payload === "string" ? Buffer.from(payload, "latin1") : payload;
  const header = Buffer.alloc(9);
  header.writeUIntBE(bytes.length, 0, 3);
  header.writeUInt8(type, 3);
  header.writeUInt8(flags, 4);
  header.writeUInt32BE(stream, 5);
  return Buffer.concat([header, bytes]);
}

export function settings(...entries: readonly (readonly [id: number, value: number])[]): Buffer {
  const payload = entries.map(([id, value]) => {
    const entry = Buffer.alloc(6);
    entry.writeUInt16BE(id, 0);
    entry.writeUInt32BE(value, 2);
    return entry;
  });
  return frame(FRAME.settings, 0, 0, Buffer.concat(payload));
}

/** RFC 7541 section 6.2.2, with literal names. */
export function fieldBlock(fields: Fields): Buffer {
  return Buffer.concat(fields.flatMap(([name, value]) => [Buffer.of(0), literal(name), literal(value)]));
}

export function headers(stream: number, fields: Fields, flags = 0): Buffer {
  return frame(FRAME.headers, WHOLE_FIELDS | flags, stream, fieldBlock(fields));
}

export function data(stream: number, content: string, flags = 0): Buffer {
  return frame(FRAME.data, flags, stream, content);
}

export function request(stream: number, path: string, flags = 0, method = "POST"): Buffer {
  const fields: Fields = [
    [":method", method],
    [":scheme", "https"],
    [":authority", "api.example.com"],
    [":path", path],
    ["x-a", "1"],
  ];
  return headers(stream, fields, flags);
}

export function response(stream: number, status: number, flags = 0): Buffer {
  return headers(
    stream,
    [
      [":status", String(status)],
      ["x-b", "2"],
    ],
    flags,
  );
}

/** RFC 7541 section 5.2 without Huffman, lengths below 2^14. */
function literal(text: string): Buffer {
  const bytes = Buffer.from(text, "latin1");
  if (bytes.length < 127) return Buffer.concat([Buffer.of(bytes.length), bytes]);
  const rest = bytes.length - 127;
  return Buffer.concat([rest < 128 ? Buffer.of(127, rest) : Buffer.of(127, 128 | (rest & 127), rest >> 7), bytes]);
}
