import { describe, expect, test } from "vitest";
import { requestFraming, responseFraming } from "../../../src/capture/observe/http1-framing.ts";
import { parseRequestHead, parseResponseHead } from "../../../src/capture/observe/http1-head.ts";

const ofRequest = (fields: string, version = "1.1") =>
  requestFraming(parseRequestHead(`PUT / HTTP/${version}\r\n${fields === "" ? "" : `${fields}\r\n`}\r\n`));
const ofResponse = (fields: string, status = 200, method = "GET") =>
  responseFraming(parseResponseHead(`HTTP/1.1 ${status} X\r\n${fields === "" ? "" : `${fields}\r\n`}\r\n`), method);

describe("of a request", () => {
  test.each([
    ["", { kind: "none" }],
    ["Content-Length: 0", { kind: "none" }],
    ["Content-Length: 5", { kind: "length", length: 5 }],
    ["CONTENT-LENGTH: 0005", { kind: "length", length: 5 }],
    ["content-length: 5, 5", { kind: "length", length: 5 }],
    ["content-length: 5\r\nContent-Length: 5", { kind: "length", length: 5 }],
    ["Content-Length: 5000000000000", { kind: "length", length: 5_000_000_000_000 }],
    ["Transfer-Encoding: chunked", { kind: "chunked" }],
    ["transfer-encoding: Chunked", { kind: "chunked" }],
    ["Transfer-Encoding: gzip, chunked", { kind: "chunked" }],
    ["Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked", { kind: "chunked" }],
  ])("%j", (fields, framing) => {
    expect(ofRequest(fields)).toEqual(framing);
  });

  test.each([
    ["Content-Length: 5\r\nTransfer-Encoding: chunked", "both content-length and transfer-encoding"],
    ["Content-Length: ", "invalid content-length"],
    ["Content-Length: -1", "invalid content-length"],
    ["Content-Length: +5", "invalid content-length"],
    ["Content-Length: 5.0", "invalid content-length"],
    ["Content-Length: 0x5", "invalid content-length"],
    ["Content-Length: 5 5", "invalid content-length"],
    ["Content-Length: 5, 6", "invalid content-length"],
    ["Content-Length: 5,", "invalid content-length"],
    ["Content-Length: 5\r\nContent-Length: 6", "invalid content-length"],
    ["Content-Length: 9999999999999999", "invalid content-length"],
    ["Transfer-Encoding: gzip", "request with a transfer coding that does not end in chunked"],
    ["Transfer-Encoding: ", "request with a transfer coding that does not end in chunked"],
    ["Transfer-Encoding: chunked, gzip", "chunked is not the last transfer coding"],
    ["Transfer-Encoding: chunked, chunked", "chunked is not the last transfer coding"],
  ])("%j cannot be told", (fields, detail) => {
    expect(() => ofRequest(fields)).toThrow(detail);
  });

  test("a transfer coding in HTTP/1.0 is faulty", () => {
    expect(() => ofRequest("Transfer-Encoding: chunked", "1.0")).toThrow("transfer-encoding in HTTP/1.0");
  });
});

describe("of a response", () => {
  test.each([
    ["", { kind: "until-close" }],
    ["Content-Length: 0", { kind: "none" }],
    ["Content-Length: 5", { kind: "length", length: 5 }],
    ["Transfer-Encoding: chunked", { kind: "chunked" }],
    ["Transfer-Encoding: gzip", { kind: "until-close" }],
  ])("%j", (fields, framing) => {
    expect(ofResponse(fields)).toEqual(framing);
  });

  test.each([
    ["HEAD", 200],
    ["GET", 204],
    ["GET", 304],
    ["POST", 103],
  ])("to %s with status %i has no body, whatever its fields say", (method, status) => {
    expect(ofResponse("Content-Length: 5", status, method)).toEqual({ kind: "none" });
    expect(ofResponse("Transfer-Encoding: chunked", status, method)).toEqual({ kind: "none" });
  });
});
