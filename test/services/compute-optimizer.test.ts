import { expect, test } from "vitest";
import rules from "../../src/services/compute-optimizer.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("recommendations for what is idle need no other API", () => {
  expect(permits("GetIdleRecommendations", {})).toEqual(["compute-optimizer:GetIdleRecommendations *"]);
});
