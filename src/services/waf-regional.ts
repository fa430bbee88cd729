/** AWS WAF Classic in a region: protecting a resource is an action on that resource, too. */
import { defineService } from "./define-service.ts";
import { onProtectedResource } from "./protected-resources.ts";

export default defineService({
  sdkId: "WAF Regional",
  operations: {
    AssociateWebACL: {
      authorizedActions: [{ action: "waf-regional:AssociateWebACL" }, ...onProtectedResource("associate")],
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
