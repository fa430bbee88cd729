/** AWS WAF: protecting a resource is an action on that resource, too, in the words of the API that it belongs to. */
import { defineService } from "./define-service.ts";
import { listsProtectedResources, onProtectedResource } from "./protected-resources.ts";
import { arnIn, bothOf, filled } from "./rule-resource.ts";
import { unknownPart } from "./rule-value.ts";
import wafv2Logging from "./wafv2-logging.ts";
import { SCOPED_TYPES } from "./wafv2-scopes.ts";

const LOAD_BALANCER = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/web/0f3a";
const POOL = "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a";
const ACL = "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/a/1";
const UNKNOWN_ACL = unknownPart("*", "no-resource-in-input", "the resource does not tell its web ACL");

/** The web ACL that is asked for. */
const ITS_ACL = filled("webacl", { Scope: "regional", Name: UNKNOWN_ACL, Id: UNKNOWN_ACL });

export default defineService({
  sdkId: "WAFV2",
  resources: SCOPED_TYPES,
  operations: {
    ...wafv2Logging,
    GetWebACLForResource: {
      authorizedActions: [
        { action: "wafv2:GetWebACLForResource", resource: bothOf(arnIn("ResourceArn"), ITS_ACL) },
        ...onProtectedResource("read"),
      ],
      because: "a resource does not tell its web ACL, and its own API is asked",
      see: "https://docs.aws.amazon.com/waf/latest/developerguide/security_iam_service-with-iam.html#security_iam_action-GetWebACLForResource",
      examples: [
        {
          input: { ResourceArn: POOL },
          permits: [
            `wafv2:GetWebACLForResource ${POOL}`,
            "wafv2:GetWebACLForResource arn:aws:wafv2:us-east-1:123456789012:regional/webacl/*/*",
            `cognito-idp:GetWebACLForResource ${POOL}`,
          ],
        },
        {
          input: { ResourceArn: LOAD_BALANCER },
          permits: [
            `wafv2:GetWebACLForResource ${LOAD_BALANCER}`,
            "wafv2:GetWebACLForResource arn:aws:wafv2:us-east-1:123456789012:regional/webacl/*/*",
            `elasticloadbalancing:GetLoadBalancerWebACL ${LOAD_BALANCER}`,
          ],
        },
      ],
    },
    ListResourcesForWebACL: {
      authorizedActions: [{ action: "wafv2:ListResourcesForWebACL" }, ...listsProtectedResources],
      because: "the API of the resources that are listed is asked for them",
      see: "https://docs.aws.amazon.com/waf/latest/developerguide/security_iam_service-with-iam.html#security_iam_action-ListResourcesForWebACL",
      examples: [
        {
          input: { WebACLArn: ACL },
          permits: [`wafv2:ListResourcesForWebACL ${ACL}`, "elasticloadbalancing:DescribeWebACLAssociation *"],
        },
        {
          input: { WebACLArn: ACL, ResourceType: "COGNITO_USER_POOL" },
          permits: [`wafv2:ListResourcesForWebACL ${ACL}`, `cognito-idp:ListResourcesForWebACL ${ACL}`],
        },
        {
          input: { WebACLArn: ACL, ResourceType: "API_GATEWAY" },
          permits: [`wafv2:ListResourcesForWebACL ${ACL}`],
        },
      ],
    },
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
