import { expect, test } from "vitest";
import { apiEntry } from "../../../src/data/generate/api-entry.ts";
import type { BotocoreModel } from "../../../src/data/generate/botocore-model.ts";
import { botocoreApi } from "../../support/botocore-model.ts";

const entryWith = (
  metadata: Partial<BotocoreModel["metadata"]>,
  operations: Parameters<typeof botocoreApi>[0]["operations"] = {},
) => apiEntry(botocoreApi({ metadata, operations }), { endpoints: {}, taken: new Set() });

test("states what the metadata states and nothing more", () => {
  expect(entryWith({ targetPrefix: "Widgets_2026" })).toEqual({
    client: "widgets",
    sdkId: "Widgets",
    signingName: "widgets",
    endpointPrefix: "widgets",
    protocols: ["json"],
    targetPrefix: "Widgets_2026",
    apiVersion: "2026-01-01",
  });
});

test("the signing name stands before the endpoint prefix", () => {
  expect(entryWith({ signingName: "gadgets" }).signingName).toBe("gadgets");
});

test("lists every protocol of the model, its first choice first", () => {
  const protocols = ["smithy-rpc-v2-cbor", "json", "query"];

  expect(entryWith({ protocol: "smithy-rpc-v2-cbor", protocols }).protocols).toEqual(["rpc-v2-cbor", "json", "query"]);
});

test("a JSON API that is compatible with query also takes forms", () => {
  expect(entryWith({ protocols: ["json"], awsQueryCompatible: {} }).protocols).toEqual(["json", "query"]);
});

test("an unknown protocol is an error, not a guess", () => {
  expect(() => entryWith({ protocol: "soap" })).toThrow("botocore data: unknown protocol `soap`");
});

test.each([
  [true, {}, { Call: { authtype: "none" } }],
  [true, {}, { Call: { auth: ["smithy.api#noAuth"] } }],
  [true, { signatureVersion: "bearer" }, {}],
  [undefined, {}, { Call: {} }],
])("unsigned is %s for %o with %o", (unsigned, metadata, operations) => {
  expect(entryWith(metadata, operations).unsigned).toBe(unsigned);
});

test.each([
  ["v2", "v2"],
  ["s3", "v2-storage"],
  ["v4", undefined],
  ["s3v4", undefined],
])("signature version %s is %s", (signatureVersion, expected) => {
  expect(entryWith({ signatureVersion }).legacySignature).toBe(expected);
});
