import { expect, test } from "vitest";
import rules from "../../src/services/codeguru-reviewer.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a review in another Region is authorized there", () => {
  const CodeReviewArn = "arn:aws:codeguru-reviewer:eu-west-1:123456789012:association:a1:codereview:r1";
  expect(permits("ListRecommendations", { CodeReviewArn })).toEqual([
    "codeguru-reviewer:ListRecommendations arn:aws:codeguru-reviewer:eu-west-1:123456789012:association:a1",
  ]);
});
