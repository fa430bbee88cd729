import { expect, test } from "vitest";
import rules from "../../src/services/wafv2.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);
const SET = "arn:aws:wafv2:us-east-1:123456789012:regional/ipset/offices/1";

test("the name of a web ACL is not that of a set which one of its rules names", () => {
  const Rules = [{ Name: "r", Priority: 1, Statement: { IPSetReferenceStatement: { ARN: SET } } }];
  expect(permits("UpdateWebACL", { Name: "web", Scope: "REGIONAL", Id: "1", Rules }).join()).toBe(
    `wafv2:UpdateWebACL ${SET} + arn:aws:wafv2:us-east-1:123456789012:regional/webacl/web/1`,
  );
});

test("a web ACL that is named by its ARN alone is taken as given", () => {
  const ARN = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/web/1";
  expect(permits("GetWebACL", { ARN })).toEqual([`wafv2:GetWebACL ${ARN}`]);
});
