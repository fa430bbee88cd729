import { expect, test } from "vitest";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import { serviceRules } from "../../src/services/index.ts";
import { exampleCall } from "./example-call.ts";

const authorize = createAuthorizer({
  apis: openApiIndex(),
  authorization: openAuthorizationIndex(),
  rules: serviceRules,
});

/** Tails of the ARNs, in the account that they name. */
function resources(operation: string, input: Readonly<Record<string, unknown>>): readonly string[] {
  const subject = { sdkId: "Glue", operation, signingName: "glue" };
  return authorize(exampleCall({ input, permits: [] }, subject))
    .flatMap((permission) => permission.resources)
    .map((arn) => arn.replace("arn:aws:glue:us-east-1:", ""))
    .sort();
}

const table = { DatabaseName: "films", Name: "credits" };

test.each([
  ["no catalog", undefined, "123456789012", ""],
  ["an account", "111122223333", "111122223333", ""],
  ["a catalog of an account", "111122223333:reels", "111122223333", "reels/"],
  ["a catalog", "reels", "123456789012", "reels/"],
])("means the table in %s", (_, CatalogId, account, path) => {
  const found = resources("GetTable", { ...table, ...(CatalogId === undefined ? {} : { CatalogId }) });
  const catalogs = path === "" ? [] : [`${account}:catalog/reels`];
  expect(found).toEqual([
    `${account}:catalog`,
    ...catalogs,
    `${account}:database/${path}films`,
    `${account}:table/${path}films/credits`,
  ]);
});

test("names the catalogs on the way", () => {
  expect(resources("GetCatalog", { CatalogId: "111122223333:s3tablescatalog/reels" })).toEqual([
    "111122223333:catalog",
    "111122223333:catalog/s3tablescatalog",
    "111122223333:catalog/s3tablescatalog/reels",
  ]);
});

test("finds the registry of a schema in its ARN", () => {
  const SchemaArn = "arn:aws:glue:us-east-1:123456789012:schema/films/credit";
  expect(resources("GetSchema", { SchemaId: { SchemaArn } })).toEqual([
    "123456789012:registry/films",
    "123456789012:schema/films/credit",
  ]);
});
