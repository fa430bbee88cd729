import { expect, test } from "vitest";
import rules from "../../src/services/application-signals.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a new objective is tagged under its name", () => {
  expect(permits("CreateServiceLevelObjective", { Name: "fast", Tags: [{ Key: "a" }] })).toContain(
    "application-signals:TagResource arn:aws:application-signals:us-east-1:123456789012:slo/fast",
  );
});
