import { expect, test } from "vitest";
import rules from "../../src/services/drs.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a recovery starts on each of its servers", () => {
  const sourceServers = [{ sourceServerID: "s-1" }, { sourceServerID: "s-2" }];
  expect(permits("StartRecovery", { sourceServers })).toEqual([
    "drs:StartRecovery arn:aws:drs:us-east-1:123456789012:source-server/s-1 + arn:aws:drs:us-east-1:123456789012:source-server/s-2",
  ]);
});
