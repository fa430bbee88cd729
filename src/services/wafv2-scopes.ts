/** AWS WAF: ARNs say `regional` and `global` where requests say `REGIONAL` and `CLOUDFRONT`. */
import type { ResourceTypeRule } from "./define-service.ts";
import { allOf, whenMatches, whenMemberEquals } from "./rule-condition.ts";
import { type Fill, fillWhen, firstOf, member, ofCall, unknownPart } from "./rule-value.ts";

const NEW_ID = unknownPart("*", "id-assigned-by-aws", "AWS chooses the id");

/** Other types that an operation names are told by their ARNs, never by `Name`. */
function scoped(operations: RegExp): readonly Fill[] {
  const named = {
    Name: firstOf(member("Name"), member("WebACLName")),
    Id: firstOf(member("Id"), member("WebACLId"), NEW_ID),
  };
  const within = (scope: string, inArn: string): Fill =>
    fillWhen(allOf(whenMemberEquals("Scope", scope), whenMatches(ofCall("operation"), operations)), {
      Scope: inArn,
      ...named,
    });
  return [within("REGIONAL", "regional"), within("CLOUDFRONT", "global")];
}

const HERE = "arn:aws:wafv2:us-east-1:123456789012";

const ofScope = (operations: RegExp, examples: ResourceTypeRule["examples"]): ResourceTypeRule => ({
  filledBy: scoped(operations),
  because: "the scope of a request is another word in the ARN",
  see: "https://docs.aws.amazon.com/waf/latest/developerguide/waf-managing-ips-sets-and-regex-pattern-sets.html",
  examples,
});

export const SCOPED_TYPES = {
  webacl: ofScope(/WebACL$|^GetRateBasedStatementManagedKeys$/, [
    {
      operation: "GetWebACL",
      input: { Name: "web", Scope: "REGIONAL", Id: "1" },
      permits: [`wafv2:GetWebACL ${HERE}:regional/webacl/web/1`],
    },
    {
      operation: "CreateWebACL",
      input: { Name: "web", Scope: "CLOUDFRONT" },
      permits: [`wafv2:CreateWebACL ${HERE}:global/webacl/web/*`],
    },
    {
      operation: "GetRateBasedStatementManagedKeys",
      input: { Scope: "REGIONAL", WebACLName: "web", WebACLId: "1", RuleName: "r" },
      permits: [`wafv2:GetRateBasedStatementManagedKeys ${HERE}:regional/webacl/web/1`],
    },
  ]),
  ipset: ofScope(/IPSet$/, [
    {
      operation: "UpdateIPSet",
      input: { Name: "web", Scope: "CLOUDFRONT", Id: "1" },
      permits: [`wafv2:UpdateIPSet ${HERE}:global/ipset/web/1`],
    },
  ]),
  regexpatternset: ofScope(/RegexPatternSet$/, [
    {
      operation: "GetRegexPatternSet",
      input: { Name: "web", Scope: "REGIONAL", Id: "1" },
      permits: [`wafv2:GetRegexPatternSet ${HERE}:regional/regexpatternset/web/1`],
    },
  ]),
  rulegroup: ofScope(/(?<!Managed)RuleGroup$/, [
    {
      operation: "DeleteRuleGroup",
      input: { Name: "web", Scope: "REGIONAL", Id: "1", LockToken: "t" },
      permits: [`wafv2:DeleteRuleGroup ${HERE}:regional/rulegroup/web/1`],
    },
  ]),
  managedruleset: ofScope(/ManagedRuleSet/, [
    {
      operation: "GetManagedRuleSet",
      input: { Name: "web", Scope: "REGIONAL", Id: "1" },
      permits: [`wafv2:GetManagedRuleSet ${HERE}:regional/managedruleset/web/1`],
    },
  ]),
};
