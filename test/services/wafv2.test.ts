import { expect, test } from "vitest";
import rules from "../../src/services/wafv2.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("the web ACL of a REST API is told without another API's action", () => {
  const ResourceArn = "arn:aws:apigateway:us-east-1::/restapis/a1b2c3/stages/prod";
  expect(permits("GetWebACLForResource", { ResourceArn })).toEqual([
    `wafv2:GetWebACLForResource ${ResourceArn}`,
    "wafv2:GetWebACLForResource arn:aws:wafv2:us-east-1:123456789012:regional/webacl/*/*",
  ]);
});
