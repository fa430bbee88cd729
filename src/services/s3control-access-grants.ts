/** S3 Access Grants: where identities come from IAM Identity Center, the caller needs its actions too. */
import { type AuthorizedAction, operationRules } from "./define-service.ts";
import { whenMember, whenMemberEquals } from "./rule-condition.ts";
import { arnIn, untoldResource } from "./rule-resource.ts";

const APPLICATION = untoldResource("id-assigned-by-aws", "the application that S3 makes in the Identity Center");
const DIRECTORY = untoldResource("no-resource-in-input", "the directory of the Identity Center");

const REGISTERS: readonly AuthorizedAction[] = [
  {
    action: ["sso:CreateApplication", "sso:PutApplicationAuthenticationMethod", "sso:PutApplicationGrant"],
    resource: APPLICATION,
    when: whenMember("IdentityCenterArn"),
    origin: "dependent",
    because: "S3 registers as an application of the Identity Center, with the caller's permissions",
  },
];

export default operationRules({
  CreateAccessGrantsInstance: {
    authorizedActions: [
      { action: "s3:CreateAccessGrantsInstance" },
      {
        action: "sso:DescribeInstance",
        resource: arnIn("IdentityCenterArn"),
        when: whenMember("IdentityCenterArn"),
        origin: "dependent",
        because: "the Identity Center is looked at",
      },
      ...REGISTERS,
    ],
    because: "an instance with an Identity Center is registered there",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_CreateAccessGrantsInstance.html",
    examples: [
      {
        input: { AccountId: "123456789012" },
        permits: ["s3:CreateAccessGrantsInstance arn:aws:s3:us-east-1:123456789012:access-grants/default"],
      },
      {
        input: { AccountId: "123456789012", IdentityCenterArn: "arn:aws:sso:::instance/ssoins-1234567890abcdef" },
        permits: [
          "s3:CreateAccessGrantsInstance arn:aws:s3:us-east-1:123456789012:access-grants/default",
          "sso:DescribeInstance arn:aws:sso:::instance/ssoins-1234567890abcdef",
          "sso:CreateApplication *",
          "sso:PutApplicationAuthenticationMethod *",
          "sso:PutApplicationGrant *",
        ],
      },
    ],
  },
  AssociateAccessGrantsIdentityCenter: {
    authorizedActions: [{ action: "s3:AssociateAccessGrantsIdentityCenter" }, ...REGISTERS],
    because: "the instance is registered with the Identity Center",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_AssociateAccessGrantsIdentityCenter.html",
    examples: [
      {
        input: { IdentityCenterArn: "arn:aws:sso:::instance/ssoins-1234567890abcdef" },
        permits: [
          "s3:AssociateAccessGrantsIdentityCenter arn:aws:s3:us-east-1:123456789012:access-grants/default",
          "sso:CreateApplication *",
          "sso:PutApplicationAuthenticationMethod *",
          "sso:PutApplicationGrant *",
        ],
      },
    ],
  },
  DissociateAccessGrantsIdentityCenter: {
    authorizedActions: [
      { action: "s3:DissociateAccessGrantsIdentityCenter" },
      {
        action: "sso:DeleteApplication",
        resource: untoldResource("no-resource-in-input", "the application that S3 has made in the Identity Center"),
        origin: "dependent",
        because: "the registration of S3 is taken back, with the caller's permissions",
      },
    ],
    because: "the instance's registration with the Identity Center ends",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_DissociateAccessGrantsIdentityCenter.html",
    examples: [
      {
        input: { AccountId: "123456789012" },
        permits: [
          "s3:DissociateAccessGrantsIdentityCenter arn:aws:s3:us-east-1:123456789012:access-grants/default",
          "sso:DeleteApplication *",
        ],
      },
    ],
  },
  CreateAccessGrant: {
    authorizedActions: [
      { action: "s3:CreateAccessGrant" },
      {
        action: ["sso:DescribeInstance", "sso:DescribeApplication"],
        resource: DIRECTORY,
        when: whenMemberEquals("Grantee.GranteeType", "DIRECTORY_USER", "DIRECTORY_GROUP"),
        origin: "dependent",
        because: "the grantee is looked up in the Identity Center",
      },
      {
        action: "identitystore:DescribeUser",
        resource: DIRECTORY,
        when: whenMemberEquals("Grantee.GranteeType", "DIRECTORY_USER"),
        origin: "dependent",
        because: "the grantee is looked up in the directory",
      },
      {
        action: "identitystore:DescribeGroup",
        resource: DIRECTORY,
        when: whenMemberEquals("Grantee.GranteeType", "DIRECTORY_GROUP"),
        origin: "dependent",
        because: "the grantee is looked up in the directory",
      },
    ],
    because: "a grant to somebody of a directory looks there",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_CreateAccessGrant.html",
    examples: [
      {
        input: { Grantee: { GranteeType: "IAM" } },
        permits: ["s3:CreateAccessGrant arn:aws:s3:us-east-1:123456789012:access-grants/default/grant/*"],
      },
      {
        input: { Grantee: { GranteeType: "DIRECTORY_USER", GranteeIdentifier: "u" } },
        permits: [
          "s3:CreateAccessGrant arn:aws:s3:us-east-1:123456789012:access-grants/default/grant/*",
          "sso:DescribeInstance *",
          "sso:DescribeApplication *",
          "identitystore:DescribeUser *",
        ],
      },
      {
        input: { Grantee: { GranteeType: "DIRECTORY_GROUP", GranteeIdentifier: "g" } },
        permits: [
          "s3:CreateAccessGrant arn:aws:s3:us-east-1:123456789012:access-grants/default/grant/*",
          "sso:DescribeInstance *",
          "sso:DescribeApplication *",
          "identitystore:DescribeGroup *",
        ],
      },
    ],
  },
});
