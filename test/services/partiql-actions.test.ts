import { expect, test } from "vitest";
import { evaluateValue } from "../../src/authorize/evaluate-value.ts";
import { partiqlActions } from "../../src/services/partiql-actions.ts";
import { excerptsRead } from "../../src/services/paths-read.ts";
import { excerpt } from "../../src/services/rule-value.ts";
import { callView } from "../authorize/small-world.ts";

const [kept] = excerptsRead(
  {
    sdkId: "DynamoDB",
    operations: {
      X: {
        authorizedActions: partiqlActions("Statement"),
        because: "of this test",
        see: "https://docs.aws.amazon.com/dynamodb",
        examples: [{ input: {}, permits: [] }],
      },
    },
  },
  "X",
);

const keptOf = (Statement: string) =>
  evaluateValue(excerpt("Statement", kept?.pattern ?? /$^/), callView({ Statement })).map(({ text }) => text);

test.each([
  [`SELECT * FROM "t" WHERE pin = '1234'`, `SELECT * FROM "t"`],
  [`select a, "b c" from t.x where a = 1`, `select a, "b c" from t.x`],
  [`SELECT * FROM "t"."by-date" WHERE d = 'x'`, `SELECT * FROM "t"."by-date"`],
  [`INSERT INTO "t" VALUE {'pin': '1234'}`, `INSERT INTO "t"`],
  [`UPDATE "t" SET pin = '1234'`, `UPDATE "t"`],
  [`  DELETE FROM t WHERE pin = '1234'`, "  DELETE FROM t"],
  [`EXISTS(SELECT * FROM "t" WHERE pin = '1234')`, `EXISTS(SELECT * FROM "t"`],
])("of %s no more is read than the table", (statement, head) => {
  expect(keptOf(statement)).toEqual([head]);
});

test("reads nothing of a statement whose literals stand before the table, or that is none", () => {
  expect(keptOf(`SELECT 'secret' FROM "t"`)).toEqual([]);
  expect(keptOf("the pin is 1234")).toEqual([]);
});
