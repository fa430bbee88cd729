import { expect, test } from "vitest";
import { withAddressedMembers } from "../../../src/decode/input/addressed-members.ts";
import { requestView } from "../../../src/decode/request-view.ts";
import { apiModel, operation } from "../../support/api-models.ts";
import { rawRequest } from "../../support/raw-request.ts";

const OPERATION = operation({ name: "Op", hostPrefix: "{GraphId}.", members: [{ name: "GraphId" }] });

const chosen = {
  kind: "chosen",
  model: apiModel({ client: "graph" }),
  operation: OPERATION,
  protocol: "rest-json",
  labels: {},
} as const;

const request = {
  view: requestView(rawRequest("GET / HTTP/1.1\nHost: g-0123456789.graph.us-east-1.amazonaws.com")),
  chosen,
  addressing: undefined,
  reading: undefined,
  region: "us-east-1",
  partition: "aws",
  account: undefined,
} as const;

test("a label of the operation's host prefix is a member", () => {
  expect(withAddressedMembers({}, request)).toEqual({ GraphId: "g-0123456789" });
});

test("what the path or body says of that member stands", () => {
  expect(withAddressedMembers({ GraphId: "g-1" }, request)).toEqual({ GraphId: "g-1" });
});

test("a stand-in's host says nothing", () => {
  const view = requestView(rawRequest("GET / HTTP/1.1\nHost: localhost:4566"));
  expect(withAddressedMembers({ A: 1 }, { ...request, view })).toEqual({ A: 1 });
});

test("of several templates the first is taken whose parts are known", () => {
  const form = { form: "{Alias}.mrap", binds: { Bucket: ["arn:{Partition}::{CallerAccount}:{Alias}", "{Alias}"] } };
  const reading = { form, values: new Map([["Alias", "abc"]]) };
  const without = { ...request, view: requestView(rawRequest("GET / HTTP/1.1\nHost: localhost")), reading };
  expect(withAddressedMembers({}, without)).toEqual({ Bucket: "abc" });
  expect(withAddressedMembers({}, { ...without, account: "123456789012" })).toEqual({
    Bucket: "arn:aws::123456789012:abc",
  });
});

test("a header completes a member that is a bare name, and leaves one that is an ARN", () => {
  const view = requestView(rawRequest("GET / HTTP/1.1\nHost: localhost\nx-outpost: op-1"));
  const binds = { Bucket: ["arn:{Partition}:{Region}:{AccountId}:{Header}/{Value}"] };
  const addressing = { sdkId: "Graph", hosts: [], rewrites: [{ header: "x-outpost", binds }] };
  const rewritten = (Bucket: string) =>
    withAddressedMembers({ Bucket, AccountId: "111122223333" }, { ...request, view, addressing })["Bucket"];
  expect(rewritten("b")).toBe("arn:aws:us-east-1:111122223333:op-1/b");
  expect(rewritten("arn:aws:other")).toBe("arn:aws:other");
});

test("what the host says stands over what the path says", () => {
  const reading = {
    form: { form: "{Bucket}.x", binds: { Bucket: ["{Bucket}"] } },
    values: new Map([["Bucket", "host"]]),
  };
  const view = requestView(rawRequest("GET / HTTP/1.1\nHost: localhost"));
  expect(withAddressedMembers({ Bucket: "-", Key: "k" }, { ...request, view, reading })).toEqual({
    Bucket: "host",
    Key: "k",
  });
});
