import { expect, test } from "vitest";
import rules from "../../src/services/health.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("the view of one account lists no accounts", () => {
  expect(permits("DescribeEvents", {})).toEqual(["health:DescribeEvents *"]);
});
