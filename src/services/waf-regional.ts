/** AWS WAF Classic in a region: protecting a resource is an action on that resource, too. */
import { defineService } from "./define-service.ts";
import { onProtectedResource } from "./protected-resources.ts";
import { whenMemberMatches } from "./rule-condition.ts";
import { arnIn, typed } from "./rule-resource.ts";
import { rateBasedRule } from "./waf-rules.ts";

export default defineService({
  sdkId: "WAF Regional",
  resources: {
    ratebasedrule: rateBasedRule({
      operation: "GetRateBasedRule",
      permits: "waf-regional:GetRateBasedRule arn:aws:waf-regional:us-east-1:123456789012:ratebasedrule/r-1",
    }),
  },
  operations: {
    AssociateWebACL: {
      authorizedActions: [
        { action: "waf-regional:AssociateWebACL", resource: typed("webacl") },
        {
          action: "waf-regional:AssociateWebACL",
          resource: arnIn("ResourceArn"),
          when: whenMemberMatches("ResourceArn", /^arn:[^:]+:elasticloadbalancing:/),
        },
        ...onProtectedResource("associate"),
      ],
      because: "the resource that is protected has an action of its own for it",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awswafregional.html",
      examples: [
        {
          input: {
            WebACLId: "a",
            ResourceArn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/web/0f3a",
          },
          permits: [
            "waf-regional:AssociateWebACL arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/web/0f3a + arn:aws:waf-regional:us-east-1:123456789012:webacl/a",
            "elasticloadbalancing:SetWebAcl arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/web/0f3a",
          ],
        },
        {
          input: { WebACLId: "a", ResourceArn: "arn:aws:apigateway:us-east-1::/restapis/r/stages/prod" },
          permits: [
            "waf-regional:AssociateWebACL arn:aws:waf-regional:us-east-1:123456789012:webacl/a",
            "apigateway:SetWebACL arn:aws:apigateway:us-east-1::/restapis/r/stages/prod",
          ],
        },
      ],
    },
    DisassociateWebACL: {
      authorizedActions: [{ action: "waf-regional:DisassociateWebACL" }, ...onProtectedResource("disassociate")],
      because: "the resource that was protected has an action of its own for it",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awswafregional.html",
      examples: [
        {
          input: { ResourceArn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/web/0f3a" },
          permits: [
            "waf-regional:DisassociateWebACL arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/web/0f3a",
            "elasticloadbalancing:SetWebAcl arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/web/0f3a",
          ],
        },
      ],
    },
  },
});
