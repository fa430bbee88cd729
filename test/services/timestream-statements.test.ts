import { expect, test } from "vitest";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import { excerptsRead, pathsRead } from "../../src/services/paths-read.ts";
import timestream from "../../src/services/timestream-query.ts";
import { exampleCall, permitNotation } from "./example-call.ts";

const OWN = "arn:aws:timestream:us-east-1:123456789012:database";

const authorize = createAuthorizer({
  apis: openApiIndex(),
  authorization: openAuthorizationIndex(),
  rules: () => timestream,
});

function permits(QueryString: string) {
  const subject = { sdkId: "Timestream Query", operation: "Query", signingName: "timestream" };
  return authorize(exampleCall({ input: { QueryString }, permits: [] }, subject)).map(permitNotation);
}

test.each([
  ["SELECT 1", "timestream:SelectValues *"],
  ['select * from "db"."table" where x = 1', `timestream:Select ${OWN}/db/table/table`],
  ["SELECT a\nFROM db.t t\nLIMIT 3", `timestream:Select ${OWN}/db/table/t`],
  ["SELECT 'from a.b' FROM db.t", `timestream:Select ${OWN}/*/table/*`],
  ["SELECT * FROM db.t, db.u", `timestream:Select ${OWN}/*/table/*`],
  ["SELECT * FROM db.t JOIN db.u ON x", `timestream:Select ${OWN}/*/table/*`],
  ["WITH x AS (SELECT 1) SELECT * FROM x", `timestream:Select ${OWN}/*/table/*`],
  ["SHOW DATABASES", "timestream:ListDatabases *"],
  ['SHOW TABLES FROM "db"', `timestream:ListTables ${OWN}/db`],
  ["show measures from db.t like 'a%'", `timestream:ListMeasures ${OWN}/db/table/t`],
  ['DESCRIBE "db"."t"', `timestream:DescribeTable ${OWN}/db/table/t`],
  ["", `timestream:Select ${OWN}/*/table/*`],
])("authorizes %j", (statement, permit) => {
  expect(permits(statement)).toEqual([permit]);
});

test("unloading is reading, too", () => {
  expect(permits("UNLOAD(SELECT * FROM db.t) TO 's3://b/p'")).toEqual([
    `timestream:Select ${OWN}/db/table/t`,
    `timestream:Unload ${OWN}/db/table/t`,
  ]);
});

test("keeps no literal of a statement", () => {
  expect(pathsRead(timestream, "Query")).toEqual([]);
  const [head] = excerptsRead(timestream, "Query");
  expect(head?.pattern.exec("SELECT * FROM db.t WHERE name = 'Ana'")?.[0]).toBe("SELECT * FROM db.t");
  expect(head?.pattern.exec("SELECT 'Ana' FROM db.t")?.[0]).toBe("SELECT ");
});
