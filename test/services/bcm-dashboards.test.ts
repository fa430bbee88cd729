import { expect, test } from "vitest";
import rules from "../../src/services/bcm-dashboards.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("empty tags ask for nothing", () => {
  expect(permits("CreateDashboard", { name: "a", resourceTags: [] })).toEqual(["bcm-dashboards:CreateDashboard *"]);
});
