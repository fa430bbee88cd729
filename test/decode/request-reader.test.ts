import { expect, test } from "vitest";
import { createRequestReader } from "../../src/decode/request-reader.ts";
import { requestView } from "../../src/decode/request-view.ts";
import { addressingOf, answersOf } from "../../src/services/decode-records.ts";
import { type ApiSketch, apiIndex } from "../support/api-models.ts";
import { rawRequest, signed } from "../support/raw-request.ts";

const TABLES: ApiSketch = {
  client: "tables",
  sdkId: "Tables",
  targetPrefix: "Tables_2012",
  operations: [
    {
      name: "PutItem",
      members: [
        { name: "TableName", keep: true },
        { name: "Item", type: "map" },
      ],
    },
    { name: "Batch", members: [{ name: "RequestItems", type: "map" }] },
  ],
};

const reader = createRequestReader({
  apis: apiIndex(TABLES),
  addressing: addressingOf,
  answers: answersOf,
  pathsRead: (sdkId, operation) => (sdkId === "Tables" && operation === "Batch" ? ["RequestItems{}"] : []),
});

const HEAD = `POST / HTTP/1.1
  Host: tables.eu-west-1.amazonaws.com
  ${signed("eu-west-1/tables")}
  amz-sdk-invocation-id: 69475440-9061-4861-9a99-9dfe6062e6c5
  X-Amz-Target: Tables_2012.`;

test("a call has the identity, account and region of its key and scope, and no value but the kept ones", () => {
  const request = rawRequest(`${HEAD}PutItem\n\n{"TableName":"users","Item":{"ssn":{"S":"078-05-1120"}}}`);
  expect(reader.read(request)).toEqual({
    call: {
      kind: "call",
      sdkId: "Tables",
      operation: "PutItem",
      signingName: "tables",
      protocol: "json",
      partition: "aws",
      region: "eu-west-1",
      account: "123456789012",
      identity: "f7f915d31dc7",
      auth: "sigv4",
      hostname: "tables.eu-west-1.amazonaws.com",
      input: { TableName: "users" },
      members: ["Item", "TableName"],
      outcome: { kind: "none" },
      source: "proxy",
    },
    invocationId: "69475440-9061-4861-9a99-9dfe6062e6c5",
  });
});

test("a first attempt is told from a retry", () => {
  const attempt = (nth: number) =>
    reader.read(rawRequest(`${HEAD.replace("X-Amz-T", `amz-sdk-request: attempt=${nth}\n  X-Amz-T`)}PutItem\n\n{}`));
  expect(attempt(1)).toHaveProperty("isFirstAttempt", true);
  expect(attempt(2)).not.toHaveProperty("isFirstAttempt");
});

test("keeps what the rules of the operation read", () => {
  const request = rawRequest(`${HEAD}Batch\n\n{"RequestItems":{"users":[{"PutRequest":{"Item":{"ssn":1}}}]}}`);
  expect(reader.read(request)).toMatchObject({ call: { input: { RequestItems: { users: {} } } } });
});

test("says that the input is not whole", () => {
  const request = rawRequest(`${HEAD}PutItem\n\n{"TableName":"users","Item":{}}`, { kept: 10 });
  expect(reader.read(request)).toMatchObject({ call: { operation: "PutItem", input: {}, inputTruncated: true } });
});

test("a body that arrived whole and is none is told", () => {
  expect(reader.read(rawRequest(`${HEAD}PutItem\n\n{"TableName":`))).toEqual({
    kind: "undecoded",
    reason: "body-unreadable",
    authority: "tables.eu-west-1.amazonaws.com",
    signingName: "tables",
    method: "POST",
    detail: "PutItem",
  });
});

test("an unknown operation is told with its name", () => {
  expect(reader.read(rawRequest(`${HEAD}Nothing\n\n{}`))).toMatchObject({
    reason: "unknown-operation",
    detail: "Nothing",
  });
});

test("wants the body where it holds the input or may hold the operation", () => {
  const needed = (text: string) => reader.bodyNeeded(requestView(rawRequest(text)), 1_000);
  expect(needed(`${HEAD}PutItem`)).toBe(1_000);
  expect(needed(`${HEAD}Nothing`)).toBe(0);
  expect(needed("POST / HTTP/1.1\nHost: h\nContent-Type: application/x-www-form-urlencoded")).toBe(1_000);
  expect(needed("GET / HTTP/1.1\nHost: h")).toBe(0);
});

test("the whole input stays inside", () => {
  const request = rawRequest(`${HEAD}PutItem\n\n{"TableName":"users","Item":{"ssn":{"S":"1"}}}`);
  expect(reader.readInput(request)).toMatchObject({ kind: "full", input: { Item: { ssn: { S: "1" } } } });
});
