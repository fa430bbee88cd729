import { expect, test } from "vitest";
import { firstBytes } from "../../src/capture/first-bytes.ts";

test.each([
  ["\x16\x03\x01", "tls"],
  ["\x16", "tls"],
  ["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "h2"],
  ["CONNECT a:443 HTTP/1.1\r\n", "connect"],
  ["IAMGEN/1 localhost:4566\r\n", "hook-preface"],
  ["GET / HTTP/1.1\r\n", "http/1.1"],
  ["M-SEARCH * HTTP/1.1\r\n", "http/1.1"],
  ["get / HTTP/1.1\r\n", "http/1.1"],
  ["PRINT / HTTP/1.1\r\n", "http/1.1"],
  ["SSH-2.0-OpenSSH\r\n", "other"],
  ["\x10\x1b\x00\x04MQTT", "other"],
  [" GET / HTTP/1.1", "other"],
  ["A".repeat(40), "other"],
] as const)("%j opens %s", (text, expected) => {
  expect(firstBytes(Buffer.from(text, "latin1"))).toBe(expected);
});

test.each(["", "P", "PRI * HTTP", "CONN", "IAMGEN/1", "GET"])("%j can still become several things", (text) => {
  expect(firstBytes(Buffer.from(text))).toBeUndefined();
});
