import { expect, test } from "vitest";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import athena from "../../src/services/athena.ts";
import { excerptsRead } from "../../src/services/paths-read.ts";
import { exampleCall } from "./example-call.ts";

const authorize = createAuthorizer({
  apis: openApiIndex(),
  authorization: openAuthorizationIndex(),
  rules: () => athena,
});

/** Actions of AWS Glue without prefix, on databases and tables, for a query in the database `films`. */
function inCatalog(QueryString: string, more: Readonly<Record<string, string>> = {}): readonly string[] {
  const input = { QueryString, QueryExecutionContext: { Database: "films", ...more } };
  const subject = { sdkId: "Athena", operation: "StartQueryExecution", signingName: "athena" };
  return authorize(exampleCall({ input, permits: [] }, subject))
    .filter(({ action }) => action.startsWith("glue:"))
    .flatMap(({ action, resources }) => resources.map((arn) => `${action.slice(5)} ${arn.split(":")[5]}`))
    .filter((found) => !found.endsWith(" catalog") && found !== "GetDatabase database/default")
    .sort();
}

const reads = (database: string, table: string) => [
  `GetDatabase database/${database}`,
  `GetPartitions database/${database}`,
  `GetPartitions table/${database}/${table}`,
  `GetTable database/${database}`,
  `GetTable table/${database}/${table}`,
];

test.each([
  ["SELECT * FROM credits WHERE name = 'a'", "films", "credits"],
  ["select id, year\nfrom Books.Authors limit 3", "books", "authors"],
  ['SELECT a FROM "books"."authors" JOIN x ON 1=1', "books", "authors"],
  ['SELECT a FROM "awsdatacatalog"."books"."authors"', "books", "authors"],
  ["INSERT INTO credits VALUES ('x')", "films", "credits"],
  ["SHOW PARTITIONS credits", "films", "credits"],
])("reads the table of %s", (statement, database, name) => {
  expect(inCatalog(statement)).toEqual(reads(database, name));
});

test.each([
  ["SELECT 'from secrets' FROM credits"],
  ["SELECT count(*) FROM credits"],
  ["SELECT a FROM lambda.books.authors"],
  ["WITH a AS (SELECT 1) SELECT * FROM a"],
])("reads nothing that it cannot be sure of in %s", (statement) => {
  expect(inCatalog(statement)).toEqual([]);
});

test("reads nothing for a query in another catalog", () => {
  expect(inCatalog("SELECT a FROM credits", { Catalog: "postgres" })).toEqual([]);
});

test.each([
  ["CREATE EXTERNAL TABLE IF NOT EXISTS credits (id int)", ["CreateTable table/films/credits"]],
  ["CREATE TABLE books.a AS SELECT 1", ["CreateTable table/books/a"]],
  ["DROP TABLE IF EXISTS `credits`", ["DeletePartition table/films/credits", "DeleteTable table/films/credits"]],
  ["MSCK REPAIR TABLE credits", ["BatchCreatePartition table/films/credits"]],
  ["CREATE DATABASE IF NOT EXISTS books", ["CreateDatabase database/books"]],
  ["ALTER DATABASE books SET DBPROPERTIES ('a'='b')", ["UpdateDatabase database/books"]],
  ["DROP SCHEMA books CASCADE", ["DeleteDatabase database/books", "DeleteDatabase userDefinedFunction/books/*"]],
  ["SHOW DATABASES", ["GetDatabases database/*"]],
  ["SHOW TABLES", ["GetTables table/films/*"]],
  ["SHOW TABLES IN books", ["GetTables table/books/*"]],
])("does in the catalog what %s means", (statement, expected) => {
  expect(inCatalog(statement)).toEqual(expect.arrayContaining(expected));
});

test("keeps no literal of a statement", () => {
  const [kept] = excerptsRead(athena, "StartQueryExecution");
  expect(kept?.pattern.exec("SELECT name FROM credits WHERE ssn = '123'")?.[0]).toBe("SELECT name FROM credits");
  expect(kept?.pattern.exec("SELECT '123' FROM credits")).toBeNull();
});
