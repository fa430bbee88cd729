import { expect, test } from "vitest";
import rules from "../../src/services/cost-explorer.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a new cost category is tagged", () => {
  expect(permits("CreateCostCategoryDefinition", { Name: "c", ResourceTags: [{ Key: "a" }] })).toEqual([
    "ce:CreateCostCategoryDefinition *",
    "ce:TagResource arn:aws:ce::123456789012:costcategory/*",
  ]);
});
