/** What a web ACL can protect, and the action by which each API lets itself be protected. */
import type { AuthorizedAction } from "./define-service.ts";
import { whenMemberMatches } from "./rule-condition.ts";
import { arnIn } from "./rule-resource.ts";

interface ProtectedResource {
  /** Of the ARN in `ResourceArn`. */
  readonly arn: RegExp;
  readonly associate: string;
  readonly disassociate: string;
}

const same = (arn: RegExp, action: string): ProtectedResource => ({ arn, associate: action, disassociate: action });

/** See https://docs.aws.amazon.com/waf/latest/developerguide/security_iam_service-with-iam.html#security_iam_action-AssociateWebACL */
const PROTECTED: readonly ProtectedResource[] = [
  same(/^arn:[^:]+:elasticloadbalancing:/, "elasticloadbalancing:SetWebAcl"),
  same(/^arn:[^:]+:apigateway:/, "apigateway:SetWebACL"),
  same(/^arn:[^:]+:appsync:/, "appsync:SetWebACL"),
  {
    arn: /^arn:[^:]+:cognito-idp:/,
    associate: "cognito-idp:AssociateWebACL",
    disassociate: "cognito-idp:DisassociateWebACL",
  },
  {
    arn: /^arn:[^:]+:apprunner:/,
    associate: "apprunner:AssociateWebAcl",
    disassociate: "apprunner:DisassociateWebAcl",
  },
  {
    arn: /^arn:[^:]+:ec2:/,
    associate: "ec2:AssociateVerifiedAccessInstanceWebAcl",
    disassociate: "ec2:DisassociateVerifiedAccessInstanceWebAcl",
  },
  { arn: /^arn:[^:]+:amplify:/, associate: "amplify:AssociateWebACL", disassociate: "amplify:DisassociateWebACL" },
];

/** On the resource that the request names, by the API that it belongs to. */
export function onProtectedResource(what: "associate" | "disassociate"): readonly AuthorizedAction[] {
  return PROTECTED.map((resource) => ({
    action: resource[what],
    resource: arnIn("ResourceArn"),
    when: whenMemberMatches("ResourceArn", resource.arn),
    origin: "dependent",
    because: "the resource's own API checks whether its web ACL may be set",
  }));
}
