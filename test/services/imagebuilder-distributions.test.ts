import { expect, test } from "vitest";
import rules from "../../src/services/imagebuilder.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a distribution that exports no disk hands on no role", () => {
  const distributions = [{ region: "us-east-1", amiDistributionConfiguration: { name: "web" } }];
  expect(permits("CreateDistributionConfiguration", { name: "d", distributions }).join()).not.toContain("iam:PassRole");
});
