import { expect, test } from "vitest";
import { apiEntry } from "../../../src/data/generate/api-entry.ts";
import { operationsOf } from "../../../src/data/generate/operation-model.ts";
import { botocoreApi } from "../../support/botocore-model.ts";

function operationsIn(parts: Parameters<typeof botocoreApi>[0]) {
  const api = botocoreApi(parts);
  return operationsOf(api, apiEntry(api, { endpoints: {}, taken: new Set() }), undefined);
}

test("splits the request URI into path and static query", () => {
  const [operation] = operationsIn({
    metadata: { protocol: "rest-json" },
    operations: { Tag: { http: { method: "PUT", requestUri: "/tags/{Id}?operation=add&all" } } },
  });

  expect(operation).toEqual({
    name: "Tag",
    method: "PUT",
    path: "/tags/{Id}",
    query: [
      ["operation", "add"],
      ["all", undefined],
    ],
    members: [],
  });
});

test("sorts by name and keeps host prefix and deprecation", () => {
  const operations = operationsIn({
    operations: { Second: { deprecated: true }, First: { endpoint: { hostPrefix: "data-" } } },
  });

  expect(operations.map(({ name, hostPrefix, deprecated }) => [name, hostPrefix, deprecated])).toEqual([
    ["First", "data-", undefined],
    ["Second", undefined, true],
  ]);
});

test("goes by the model's key, not by a versioned wire name", () => {
  const [operation] = operationsIn({ operations: { CreateFunction: { name: "CreateFunction2020_05_31" } } });

  expect(operation?.name).toBe("CreateFunction");
});

test.each([
  ["none", { authtype: "none" }, {}],
  ["none", { auth: ["smithy.api#noAuth"] }, {}],
  ["bearer", {}, { signatureVersion: "bearer" }],
  ["bearer", {}, { auth: ["smithy.api#httpBearerAuth"] }],
  [undefined, { authtype: "v4-unsigned-body" }, {}],
  [undefined, {}, { auth: ["aws.auth#sigv4", "smithy.api#httpBearerAuth"] }],
] as const)("auth is %s for %o of an API with %o", (auth, operation, metadata) => {
  expect(operationsIn({ metadata, operations: { Call: operation } })[0]?.auth).toBe(auth);
});

test("reads the members of the input", () => {
  const [operation] = operationsIn({
    operations: { Get: {} },
    shapes: { GetRequest: { type: "structure", required: ["Name"], members: { Name: { shape: "String" } } } },
  });

  expect(operation?.members).toMatchObject([{ name: "Name", required: true, keep: true, location: "body" }]);
});
