import { expect, test } from "vitest";
import rules from "../../src/services/vpc-lattice.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("what is listed asks nothing of logs", () => {
  expect(permits("ListAccessLogSubscriptions", { resourceIdentifier: "svc-1" }).join()).not.toContain("logs:");
});
