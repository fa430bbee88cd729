import { expect, test } from "vitest";
import rules from "../../src/services/dynamodb.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("replicas that leave count as those that come", () => {
  const ReplicaUpdates = [{ Delete: { RegionName: "eu-west-1" } }, { Create: { RegionName: "sa-east-1" } }];
  expect(permits("UpdateGlobalTable", { GlobalTableName: "photos", ReplicaUpdates })).toEqual([
    ["arn:aws:dynamodb::123456789012:global-table/photos"]
      .concat(["eu-west-1", "sa-east-1", "us-east-1"].map((at) => `arn:aws:dynamodb:${at}:123456789012:table/photos`))
      .join(" + ")
      .replace(/^/, "dynamodb:UpdateGlobalTable "),
  ]);
});
