import { expect, test } from "vitest";
import appSyncApi from "../../src/services/appsync-api.ts";
import { excerptsRead } from "../../src/services/paths-read.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(appSyncApi);
const API = "appsync:GraphQL arn:aws:appsync:us-east-1:123456789012:apis/*/types";

test.each([
  ["{ me }", "Query/fields/me"],
  ["query { me @include(if: true) { id } }", "Query/fields/me"],
  ['subscription S { onPut(room: "}") { id } }', "Subscription/fields/onPut"],
  ["query { me { ...Rest } } fragment Rest on User { id }", "Query/fields/me"],
  ["query { a: me b: me }", "Query/fields/*"],
  ["query { me you }", "Query/fields/*"],
  ["query { ...Rest } fragment Rest on Query { me }", "Query/fields/*"],
  ["query A { me } query B { you }", "Query/fields/*"],
])("%s is checked on %s", (query, field) => {
  expect(permits("ExecuteGraphQL", { query })).toEqual([`${API}/${field}`]);
});

test("what a recording keeps of a document says the same and holds no argument", () => {
  const [head] = excerptsRead(appSyncApi, "ExecuteGraphQL");
  const kept = head?.pattern.exec('mutation M { pay(card: "4111") { id } }')?.[0] ?? "";
  expect(kept).toBe("mutation M { pay");
  expect(permits("ExecuteGraphQL", { query: kept })).toEqual([`${API}/Mutation/fields/pay`]);
});

test("a long hostile document is read in no time", () => {
  const query = `{ a ${"{ b ".repeat(2_000)}`;
  expect(permits("ExecuteGraphQL", { query })).toEqual([`${API}/Query/fields/*`]);
});
