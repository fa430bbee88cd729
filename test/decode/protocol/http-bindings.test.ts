import { expect, test } from "vitest";
import { readBindings } from "../../../src/decode/protocol/http-bindings.ts";
import { requestView } from "../../../src/decode/request-view.ts";
import { type MemberSketch, operation } from "../../support/api-models.ts";
import { rawRequest } from "../../support/raw-request.ts";

function bind(text: string, members: readonly MemberSketch[], labels = {}) {
  const model = operation({ name: "Op", query: [["list-type", "2"]], members });
  return Object.fromEntries(readBindings(requestView(rawRequest(text)), model, labels));
}

test("labels come from the path match, under the wire name or the model's", () => {
  const members = [
    { name: "Bucket", location: "uri" },
    { name: "FunctionName", wireName: "functionName", location: "uri" },
    { name: "Version", location: "uri", type: "integer" },
  ] as const;
  expect(bind("GET / HTTP/1.1", members, { Bucket: "b", functionName: "f", Version: "3" })).toEqual({
    Bucket: "b",
    FunctionName: "f",
    Version: 3,
  });
});

test("query parameters are typed, repeated ones make a list", () => {
  const members = [
    { name: "MaxKeys", wireName: "max-keys", location: "query", type: "integer" },
    { name: "TagKeys", wireName: "tagKeys", location: "query", type: "list", itemType: "string" },
    { name: "Prefix", wireName: "prefix", location: "query" },
    { name: "Absent", wireName: "absent", location: "query" },
  ] as const;
  expect(bind("GET /?max-keys=5&tagKeys=a&tagKeys=b%2Cc&prefix= HTTP/1.1", members)).toEqual({
    MaxKeys: 5,
    TagKeys: ["a", "b,c"],
    Prefix: "",
  });
});

test("headers are found whatever their case; a list is split at commas", () => {
  const members = [
    { name: "ACL", wireName: "x-amz-acl", location: "header" },
    { name: "Parts", wireName: "x-amz-object-attributes", location: "header", type: "list", itemType: "string" },
    { name: "Body", wireName: "x-body", location: "header", type: "blob" },
  ] as const;
  expect(
    bind('GET / HTTP/1.1\nX-Amz-ACL: private\nX-Amz-Object-Attributes: ETag, "Size"\nX-Body: c2VjcmV0', members),
  ).toEqual({
    ACL: "private",
    Parts: ["ETag", "Size"],
    Body: "",
  });
});

test("a trace is no member, though a model has it for one", () => {
  const members = [
    { name: "traceId", wireName: "X-Amzn-Trace-Id", location: "header" },
    { name: "traceParent", wireName: "traceparent", location: "header" },
    { name: "sessionId", wireName: "X-Session-Id", location: "header" },
  ] as const;
  const sent = "GET / HTTP/1.1\nX-Amzn-Trace-Id: Root=1-a\ntraceparent: 00-b\nX-Session-Id: c";
  expect(bind(sent, members)).toEqual({ sessionId: "c" });
});

test("headers with the member's prefix make a map", () => {
  const members = [{ name: "Metadata", wireName: "x-amz-meta-", location: "headers", type: "map" }] as const;
  expect(bind("PUT / HTTP/1.1\nx-amz-meta-Color: red\nx-amz-metadata: no", members)).toEqual({
    Metadata: { Color: "red" },
  });
  expect(bind("PUT / HTTP/1.1\nAccept: */*", members)).toEqual({});
});

test("what is neither bound nor in the template makes the query map", () => {
  const members = [
    { name: "Prefix", wireName: "prefix", location: "query" },
    { name: "Parameters", location: "query-map", type: "map" },
  ] as const;
  expect(bind("GET /?prefix=a&list-type=2&extra=1&X-Amz-Signature=0 HTTP/1.1", members)).toEqual({
    Prefix: "a",
    Parameters: { extra: "1" },
  });
});
