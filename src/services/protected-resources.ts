/** What a web ACL can protect, and the actions by which each API lets itself be protected, and tells by what it is. */
import type { AuthorizedAction } from "./define-service.ts";
import { anyOf, type RuleCondition, unlessMember, whenMemberEquals, whenMemberMatches } from "./rule-condition.ts";
import { arnIn, everyResource } from "./rule-resource.ts";

interface ProtectedResource {
  /** Of the ARN in `ResourceArn`. */
  readonly arn: RegExp;
  readonly associate: string;
  readonly disassociate: string;
  /** Tells the web ACL of one resource. */
  readonly read?: string;
  /** Tells the resources of one web ACL, which the request calls by this type. */
  readonly list?: { readonly action: string; readonly resourceType: string; readonly isOnWebAcl: boolean };
}

const LOAD_BALANCER = "APPLICATION_LOAD_BALANCER";

/** See https://docs.aws.amazon.com/waf/latest/developerguide/security_iam_service-with-iam.html#security_iam_action-AssociateWebACL */
const PROTECTED: readonly ProtectedResource[] = [
  {
    arn: /^arn:[^:]+:elasticloadbalancing:/,
    associate: "elasticloadbalancing:SetWebAcl",
    disassociate: "elasticloadbalancing:SetWebAcl",
    read: "elasticloadbalancing:GetLoadBalancerWebACL",
    list: { action: "elasticloadbalancing:DescribeWebACLAssociation", resourceType: LOAD_BALANCER, isOnWebAcl: false },
  },
  { arn: /^arn:[^:]+:apigateway:/, associate: "apigateway:SetWebACL", disassociate: "apigateway:SetWebACL" },
  {
    arn: /^arn:[^:]+:appsync:/,
    associate: "appsync:SetWebACL",
    disassociate: "appsync:SetWebACL",
    read: "appsync:GetWebACLForResource",
    list: { action: "appsync:ListResourcesForWebACL", resourceType: "APPSYNC", isOnWebAcl: false },
  },
  {
    arn: /^arn:[^:]+:cognito-idp:/,
    associate: "cognito-idp:AssociateWebACL",
    disassociate: "cognito-idp:DisassociateWebACL",
    read: "cognito-idp:GetWebACLForResource",
    list: { action: "cognito-idp:ListResourcesForWebACL", resourceType: "COGNITO_USER_POOL", isOnWebAcl: true },
  },
  {
    arn: /^arn:[^:]+:apprunner:/,
    associate: "apprunner:AssociateWebAcl",
    disassociate: "apprunner:DisassociateWebAcl",
    read: "apprunner:DescribeWebAclForService",
    list: { action: "apprunner:ListAssociatedServicesForWebAcl", resourceType: "APP_RUNNER_SERVICE", isOnWebAcl: true },
  },
  {
    arn: /^arn:[^:]+:ec2:/,
    associate: "ec2:AssociateVerifiedAccessInstanceWebAcl",
    disassociate: "ec2:DisassociateVerifiedAccessInstanceWebAcl",
    read: "ec2:GetVerifiedAccessInstanceWebAcl",
    list: {
      action: "ec2:DescribeVerifiedAccessInstanceWebAclAssociations",
      resourceType: "VERIFIED_ACCESS_INSTANCE",
      isOnWebAcl: false,
    },
  },
  {
    arn: /^arn:[^:]+:amplify:/,
    associate: "amplify:AssociateWebACL",
    disassociate: "amplify:DisassociateWebACL",
    read: "amplify:GetWebACLForResource",
    list: { action: "amplify:ListResourcesForWebACL", resourceType: "AMPLIFY", isOnWebAcl: false },
  },
];

const AT_ITS_API = {
  origin: "dependent",
  because: "the resource's own API checks whether its web ACL may be set",
} as const;

const TOLD_BY_ITS_API = {
  origin: "dependent",
  because: "the resource's own API checks whether its web ACL may be known",
} as const;

/** On the resource that the request names, by the API that it belongs to. */
export const onProtectedResource = (what: "associate" | "disassociate" | "read"): readonly AuthorizedAction[] =>
  PROTECTED.flatMap(({ arn, [what]: action }) =>
    action === undefined
      ? []
      : [
          {
            action,
            resource: arnIn("ResourceArn"),
            when: whenMemberMatches("ResourceArn", arn),
            ...(what === "read" ? TOLD_BY_ITS_API : AT_ITS_API),
          },
        ],
  );

/** Of the API whose resources the request lists: application load balancers, where it names no type. */
export const listsProtectedResources: readonly AuthorizedAction[] = PROTECTED.flatMap(({ list }) =>
  list === undefined
    ? []
    : [
        {
          action: list.action,
          resource: list.isOnWebAcl ? arnIn("WebACLArn") : everyResource,
          ...TOLD_BY_ITS_API,
          when: meansType(list.resourceType),
        },
      ],
);

function meansType(resourceType: string): RuleCondition {
  const isNamed = whenMemberEquals("ResourceType", resourceType);
  return resourceType === LOAD_BALANCER ? anyOf(isNamed, unlessMember("ResourceType")) : isNamed;
}
