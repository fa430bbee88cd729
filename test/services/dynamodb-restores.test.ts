import { expect, test } from "vitest";
import rules from "../../src/services/dynamodb.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a table that keeps its key needs none", () => {
  const input = { SourceTableName: "old", TargetTableName: "new", UseLatestRestorableTime: true };
  expect(permits("RestoreTableToPointInTime", input).join(" ")).not.toContain("kms:");
});
