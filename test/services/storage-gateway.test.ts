import { expect, test } from "vitest";
import rules from "../../src/services/storage-gateway.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("retention that the request does not override needs nothing", () => {
  const TapeARN = "arn:aws:storagegateway:us-east-1:123456789012:tape/T1";
  expect(permits("AssignTapePool", { TapeARN, PoolId: "pool-1", BypassGovernanceRetention: false })).toHaveLength(1);
});
