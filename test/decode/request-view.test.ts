import { expect, test } from "vitest";
import { mediaType, parameter, requestView } from "../../src/decode/request-view.ts";
import { rawRequest } from "../support/raw-request.ts";

const view = (text: string) => requestView(rawRequest(text));

test("takes hostname and path as sent, the query decoded and in order", () => {
  const seen = view("GET /a%2Fb?x=1&y&x=%20 HTTP/1.1\nHost: My-Bucket.s3.amazonaws.com:443");
  expect(seen.hostname).toBe("my-bucket.s3.amazonaws.com");
  expect(seen.path).toBe("/a%2Fb");
  expect(seen.query).toEqual([
    ["x", "1"],
    ["y", undefined],
    ["x", " "],
  ]);
});

test("finds a header whatever its case, the first of several", () => {
  const seen = view("GET / HTTP/1.1\nHost: h\nX-Amz-Date: 1\nx-amz-date: 2");
  expect(seen.header("x-amz-date")).toBe("1");
  expect(seen.header("x-amz-target")).toBeUndefined();
});

test("takes the connection's authority where there is no Host", () => {
  expect(view("GET / HTTP/1.0\nAccept: */*").hostname).toBe("203.0.113.1");
});

test("turns absolute-form into origin-form", () => {
  expect(view("GET http://localhost:4566/b/k?acl HTTP/1.1\nHost: localhost:4566").path).toBe("/b/k");
  expect(view("GET http://localhost:4566 HTTP/1.1\nHost: localhost:4566").path).toBe("/");
});

test("keeps the port in the origin", () => {
  expect(view("GET / HTTP/1.1\nHost: localhost:4566").origin).toBe("https://localhost:4566");
});

test("tells an absent parameter from an empty one", () => {
  const { query } = view("GET /?a HTTP/1.1\nHost: h");
  expect(parameter(query, "a")).toBe("");
  expect(parameter(query, "b")).toBeUndefined();
});

test.each([
  ["Application/X-WWW-Form-Urlencoded; charset=utf-8", "application/x-www-form-urlencoded"],
  ["application/json", "application/json"],
  [undefined, ""],
])("the media type of %j is %j", (contentType, type) => {
  expect(mediaType(contentType)).toBe(type);
});
