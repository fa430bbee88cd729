import { encode } from "cborg";
import { expect, test } from "vitest";
import { answerBody } from "../../../src/decode/answer/answer-body.ts";
import { answerError } from "../../../src/decode/answer/answer-error.ts";
import { rawResponse } from "../../support/raw-response.ts";

function errorOf(text: string, body?: Uint8Array) {
  const response = rawResponse(text, body);
  return answerError(response, answerBody(response, response.body));
}

const TEXT = "User: arn:aws:iam::1:user/u is not authorized to perform: a:B";

test.each([
  ["json", `HTTP/1.1 400 Bad\n\n{"__type":"com.amazon.coral.service#AccessDeniedException","Message":"${TEXT}"}`],
  ["rest-json", `HTTP/1.1 403 No\nx-amzn-ErrorType: AccessDeniedException:http://internal\n\n{"message":"${TEXT}"}`],
  ["rest-json with a code in the body", `HTTP/1.1 403 No\n\n{"code":"AccessDeniedException","message":"${TEXT}"}`],
  [
    "query",
    `HTTP/1.1 403 No\n\n<ErrorResponse><Error><Type>Sender</Type><Code>AccessDeniedException</Code><Message>${TEXT}</Message></Error></ErrorResponse>`,
  ],
  [
    "ec2",
    `HTTP/1.1 403 No\n\n<Response><Errors><Error><Code>AccessDeniedException</Code><Message>${TEXT}</Message></Error></Errors></Response>`,
  ],
  ["rest-xml", `HTTP/1.1 403 No\n\n<Error><Code>AccessDeniedException</Code><Message>${TEXT}</Message></Error>`],
])("reads code and message of %s", (_, text) => {
  expect(errorOf(text)).toEqual({ code: "AccessDeniedException", message: TEXT });
});

test("reads code and message of cbor", () => {
  const body = encode({ __type: "com.amazonaws.x#AccessDeniedException", message: TEXT });
  expect(errorOf("HTTP/1.1 403 No\nContent-Type: application/cbor", body)).toEqual({
    code: "AccessDeniedException",
    message: TEXT,
  });
});

test("a code or message that is no text is none", () => {
  expect(errorOf('HTTP/1.1 400 Bad\n\n{"code":403,"message":{"text":"no"}}')).toEqual({});
});

test("takes the query protocol's code where JSON names none", () => {
  const head = "HTTP/1.1 400 Bad\nx-amzn-query-error: AWS.SimpleQueueService.NonExistentQueue;Sender";
  expect(errorOf(head)).toEqual({ code: "AWS.SimpleQueueService.NonExistentQueue" });
});

test("a page that is no API's has no code", () => {
  expect(errorOf("HTTP/1.1 502 Bad\n\n<html><body>Bad gateway</body></html>")).toEqual({});
  expect(errorOf('HTTP/1.1 400 Bad\n\n{"code":"has spaces and <tags>"}')).toEqual({});
});
