/** Messages of `application/vnd.amazon.eventstream`, as much of them as a stand-in needs. https://smithy.io/2.0/aws/amazon-eventstream.html */
import { crc32 } from "node:zlib";

const PRELUDE = 12;
const CHECKSUM = 4;
const STRING_VALUE = 7;

function uint(bytes: 1 | 2 | 4, value: number): Buffer {
  const field = Buffer.alloc(bytes);
  field.writeUIntBE(value, 0, bytes);
  return field;
}

function header(name: string, value: string): Buffer {
  const text = Buffer.from(value);
  return Buffer.concat([uint(1, name.length), Buffer.from(name), uint(1, STRING_VALUE), uint(2, text.length), text]);
}

const withChecksum = (bytes: Buffer): Buffer => Buffer.concat([bytes, uint(4, crc32(bytes))]);

/** One event with a payload in JSON. */
export function encodedEvent(eventType: string, payload: unknown): Buffer {
  const headers = Buffer.concat([
    header(":message-type", "event"),
    header(":event-type", eventType),
    header(":content-type", "application/json"),
  ]);
  const body = Buffer.from(JSON.stringify(payload));
  const length = PRELUDE + headers.length + body.length + CHECKSUM;
  return withChecksum(
    Buffer.concat([withChecksum(Buffer.concat([uint(4, length), uint(4, headers.length)])), headers, body]),
  );
}

/** Takes the whole messages off the front; each without its prelude, headers and checksum: its payload. */
export function takePayloads(bytes: Buffer): { readonly payloads: readonly Buffer[]; readonly rest: Buffer } {
  const payloads: Buffer[] = [];
  let rest = bytes;
  while (rest.length >= PRELUDE && rest.length >= rest.readUInt32BE(0)) {
    const length = rest.readUInt32BE(0);
    payloads.push(rest.subarray(PRELUDE + rest.readUInt32BE(4), length - CHECKSUM));
    rest = rest.subarray(length);
  }
  return { payloads, rest };
}
