import { expect, test } from "vitest";
import rules from "../../src/services/fis.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a template without actions in the request may hold any of them when it is made", () => {
  expect(permits("CreateExperimentTemplate", { description: "d" })).toEqual([
    "fis:CreateExperimentTemplate arn:aws:fis:us-east-1:123456789012:action/*",
    "fis:CreateExperimentTemplate arn:aws:fis:us-east-1:123456789012:experiment-template/*",
  ]);
});
