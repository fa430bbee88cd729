/** AWS WAF: protecting a resource is an action on that resource, too, in the words of the API that it belongs to. */
import { defineService } from "./define-service.ts";
import { onProtectedResource } from "./protected-resources.ts";

export default defineService({
  sdkId: "WAFV2",
  operations: {
    AssociateWebACL: {
      authorizedActions: [{ action: "wafv2:AssociateWebACL" }, ...onProtectedResource("associate")],
      because: "the resource that is protected has an action of its own for it",
      see: "https://docs.aws.amazon.com/waf/latest/developerguide/security_iam_service-with-iam.html#security_iam_action-AssociateWebACL",
      examples: [
        {
          input: {
            WebACLArn: "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/a/1",
            ResourceArn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/web/0f3a",
          },
          permits: [
            "wafv2:AssociateWebACL arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/web/0f3a + arn:aws:wafv2:us-east-1:123456789012:regional/webacl/a/1",
            "elasticloadbalancing:SetWebAcl arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/web/0f3a",
          ],
        },
        {
          input: {
            WebACLArn: "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/a/1",
            ResourceArn: "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a",
          },
          permits: [
            "wafv2:AssociateWebACL arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a + arn:aws:wafv2:us-east-1:123456789012:regional/webacl/a/1",
            "cognito-idp:AssociateWebACL arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a",
          ],
        },
      ],
    },
    DisassociateWebACL: {
      authorizedActions: [{ action: "wafv2:DisassociateWebACL" }, ...onProtectedResource("disassociate")],
      because: "the resource that was protected has an action of its own for it",
      see: "https://docs.aws.amazon.com/waf/latest/developerguide/security_iam_service-with-iam.html#security_iam_action-DisassociateWebACL",
      examples: [
        {
          input: { ResourceArn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/web/0f3a" },
          permits: [
            "wafv2:DisassociateWebACL arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/web/0f3a",
            "elasticloadbalancing:SetWebAcl arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/web/0f3a",
          ],
        },
      ],
    },
  },
});
