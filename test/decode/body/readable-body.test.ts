import { deflateSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { MAX_INFLATED_BYTES, readableBody } from "../../../src/decode/body/readable-body.ts";
import { requestView } from "../../../src/decode/request-view.ts";
import { rawRequest } from "../../support/raw-request.ts";

function read(headers: string, body: Uint8Array, kept?: number) {
  const request = rawRequest(`POST / HTTP/1.1\nHost: h\n${headers}`, { body, ...(kept === undefined ? {} : { kept }) });
  const { bytes, truncated } = readableBody(requestView(request), request.body);
  return { text: Buffer.from(bytes).toString(), truncated };
}

test("leaves a plain body as it is", () => {
  expect(read("Accept: */*", Buffer.from("{}"))).toEqual({ text: "{}", truncated: false });
});

test("inflates gzip", () => {
  expect(read("Content-Encoding: gzip", gzipSync("Action=A"))).toEqual({ text: "Action=A", truncated: false });
});

test("yields the beginning of a gzip body that was cut", () => {
  const text = Array.from({ length: 5_000 }, (_, index) => `member.${index * 7919}`).join("&");
  const read1 = read("Content-Encoding: gzip", gzipSync(text), 2_000);
  expect(read1.truncated).toBe(true);
  expect(read1.text.length).toBeGreaterThan(0);
  expect(text.startsWith(read1.text)).toBe(true);
});

test("does not inflate beyond its bound", () => {
  const bomb = gzipSync(Buffer.alloc(MAX_INFLATED_BYTES + 1));
  expect(read("Content-Encoding: gzip", bomb)).toEqual({ text: "", truncated: true });
});

test("leaves a body that only claims to be gzip", () => {
  expect(read("Content-Encoding: gzip", Buffer.from("{}"))).toEqual({ text: "{}", truncated: false });
});

test("takes chunks and gzip off in that order", () => {
  const data = gzipSync("{}");
  const chunk = Buffer.concat([Buffer.from(`${data.length.toString(16)}\r\n`), data, Buffer.from("\r\n0\r\n\r\n")]);
  expect(read("Content-Encoding: aws-chunked,gzip", chunk)).toEqual({ text: "{}", truncated: false });
});

test("knows chunks by the streaming signature alone", () => {
  const header = "X-Amz-Content-Sha256: STREAMING-UNSIGNED-PAYLOAD-TRAILER";
  expect(read(header, Buffer.from("2\r\n{}\r\n0\r\nx-amz-checksum-crc32:Pxicvw==\r\n\r\n"))).toEqual({
    text: "{}",
    truncated: false,
  });
});

test("does not look for chunks in an event stream", () => {
  const header = "X-Amz-Content-Sha256: STREAMING-AWS4-HMAC-SHA256-EVENTS";
  expect(read(header, Buffer.from("2\r\n{}\r\n0\r\n\r\n")).text).toBe("2\r\n{}\r\n0\r\n\r\n");
});

test("says that a chunked body ended early", () => {
  expect(read("Content-Encoding: aws-chunked", Buffer.from("5\r\nhel"))).toEqual({ text: "hel", truncated: true });
});

test("leaves codings that no AWS API takes", () => {
  const deflated = deflateSync("x");
  expect(read("Content-Encoding: deflate", deflated).text).toBe(deflated.toString());
});
