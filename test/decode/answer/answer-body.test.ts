import { encode } from "cborg";
import { expect, test } from "vitest";
import { answerBody, responseHeader } from "../../../src/decode/answer/answer-body.ts";
import { rawResponse } from "../../support/raw-response.ts";

function read(text: string, body?: Uint8Array) {
  const response = rawResponse(text, body);
  return answerBody(response, response.body);
}

test("reads JSON, whatever the media type says", () => {
  expect(read('HTTP/1.1 200 OK\nContent-Type: text/plain\n\n{"Arn":"a"}')).toEqual({ content: { Arn: "a" } });
});

test("reads XML by its first character", () => {
  expect(read("HTTP/1.1 200 OK\n\n<?xml version='1.0'?>\n<A><B>c</B></A>")).toEqual({ root: "A", content: { B: "c" } });
});

test("reads CBOR by its media type", () => {
  const body = encode({ __type: "x#ResourceNotFound" });
  expect(read("HTTP/1.1 400 Bad\nContent-Type: application/cbor", body)).toEqual({
    content: { __type: "x#ResourceNotFound" },
  });
});

test.each(["", "not json", "<a", '"text"'])("makes nothing of %j that could harm", (text) => {
  expect(read(`HTTP/1.1 500 Oops\n\n${text}`)?.content ?? {}).toEqual({});
});

test("finds a header whatever its case", () => {
  expect(responseHeader(rawResponse("HTTP/1.1 200 OK\nX-Amzn-ErrorType: a"), "x-amzn-errortype")).toBe("a");
});
