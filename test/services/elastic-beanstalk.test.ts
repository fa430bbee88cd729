import { expect, test } from "vitest";
import rules from "../../src/services/elastic-beanstalk.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("names count more than ids, each of them", () => {
  const input = { ApplicationName: "shop", EnvironmentIds: ["e-1"], EnvironmentNames: ["blue", "green"] };
  expect(permits("DescribeEnvironments", input)).toEqual([
    "elasticbeanstalk:DescribeEnvironments arn:aws:elasticbeanstalk:us-east-1:123456789012:environment/shop/blue + arn:aws:elasticbeanstalk:us-east-1:123456789012:environment/shop/green",
  ]);
});

test("environments that nothing names are all of them", () => {
  expect(permits("DescribeEnvironments", {})).toEqual(["elasticbeanstalk:DescribeEnvironments *"]);
});
