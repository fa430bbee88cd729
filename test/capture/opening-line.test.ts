import { expect, test } from "vitest";
import { connectOpening, prefaceOpening } from "../../src/capture/opening-line.ts";

const bytes = (text: string): Buffer => Buffer.from(text, "latin1");

test("a CONNECT head ends where the tunnelled bytes begin", () => {
  const head = "CONNECT a.example.com:443 HTTP/1.1\r\nHost: a.example.com:443\r\nProxy-Authorization: Basic x\r\n\r\n";
  expect(connectOpening(bytes(`${head}\x16\x03`))).toEqual({
    target: { hostname: "a.example.com", port: 443 },
    length: head.length,
  });
});

test("the target is the CONNECT authority, not the Host header", () => {
  const opening = connectOpening(bytes("CONNECT a.example.com:443 HTTP/1.0\r\nHost: b.example.com:1\r\n\r\n"));
  expect(opening?.target).toEqual({ hostname: "a.example.com", port: 443 });
});

test.each(["CONNECT a.example.com HTTP/1.1", "CONNECT  HTTP/1.1", "CONNECT a:1", "CONNECT a:1 HTTP/2.0"])(
  "%s is malformed",
  (line) => {
    expect(connectOpening(bytes(`${line}\r\n\r\n`))).toEqual({ target: undefined, length: line.length + 4 });
  },
);

test("an unfinished CONNECT head waits, an endless one does not", () => {
  expect(connectOpening(bytes("CONNECT a:443 HTTP/1.1\r\n"))).toBeUndefined();
  expect(connectOpening(bytes(`CONNECT a:443 HTTP/1.1\r\nX: ${"x".repeat(70_000)}`))?.target).toBeUndefined();
});

test("the hook's preface is one line; what follows is the client's", () => {
  expect(prefaceOpening(bytes("IAMGEN/1 localhost:4566\r\nGET / HTTP/1.1\r\n"))).toEqual({
    target: { hostname: "localhost", port: 4566 },
    length: 25,
  });
  expect(prefaceOpening(bytes("IAMGEN/1 [::1]:4566\r\n"))?.target).toEqual({ hostname: "::1", port: 4566 });
});

test.each(["IAMGEN/1 localhost\r\n", "IAMGEN/1 \r\n", "IAMGEN/1 a:1 b\r\n", `IAMGEN/1 ${"a".repeat(400)}`])(
  "a preface without a target is malformed: %j",
  (text) => {
    expect(prefaceOpening(bytes(text))).toMatchObject({ target: undefined });
  },
);
