import { expect, test } from "vitest";
import rules from "../../src/services/config.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a rule that is given by ARN is that one", () => {
  const ResourceArn = "arn:aws:config:us-east-1:123456789012:config-rule/config-rule-a1b2c3";
  expect(permits("TagResource", { ResourceArn, Tags: [] })).toEqual([`config:TagResource ${ResourceArn}`]);
});
