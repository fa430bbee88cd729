import { expect, test } from "vitest";
import { addressedInput } from "../support/addressed-input.ts";
import { rawRequest, signed } from "../support/raw-request.ts";
import { realDecoder } from "../support/real-decoder.ts";

test("the host has an id of the URL, not of the function", () => {
  expect(addressedInput("Lambda Function URL", "abc123.lambda-url.eu-west-1.on.aws")).toEqual({ UrlId: "abc123" });
});

const decoded = (head: string) => {
  const request = realDecoder.decodeRequest(rawRequest(`${head}\n${signed("eu-west-1/lambda")}`));
  return "call" in request ? [request.call.sdkId, request.call.operation] : [request.reason];
};

test("any path of a function URL is a request to its function, whatever it looks like", () => {
  const host = "Host: abc123.lambda-url.eu-west-1.on.aws";
  expect(decoded(`GET /pets/1 HTTP/1.1\n${host}`)).toEqual(["Lambda Function URL", "HttpGet"]);
  expect(decoded(`POST / HTTP/1.1\n${host}`)).toEqual(["Lambda Function URL", "HttpPostRoot"]);
});

test("the API's own host never means a function URL", () => {
  const host = "Host: lambda.eu-west-1.amazonaws.com";
  expect(decoded(`GET /2015-03-31/functions/f HTTP/1.1\n${host}`)).toEqual(["Lambda", "GetFunction"]);
  expect(decoded(`GET /pets/1 HTTP/1.1\n${host}`)).toEqual(["unknown-operation"]);
});
