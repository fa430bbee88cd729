/** Amazon EC2: resource types whose ids go by other names in the API, or that may be given by a name that is no part of the ARN. */
import type { ResourceTypeRule } from "./define-service.ts";
import { launchTemplateFills } from "./launch-template.ts";
import { whenMember } from "./rule-condition.ts";
import { eachOf, fillWhen, member, unknownPart } from "./rule-value.ts";

export default {
  "security-group": {
    filledBy: [
      {
        SecurityGroupId: eachOf(
          member("GroupId"),
          member("GroupId[]"),
          member("GroupIds[]"),
          member("SecurityGroupId"),
          member("SecurityGroupIds[]"),
          member("Groups[]"),
        ),
      },
    ],
    because: "security groups are authorized by id, never by name",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html",
    examples: [
      {
        operation: "DeleteSecurityGroup",
        input: { GroupName: "web" },
        permits: ["ec2:DeleteSecurityGroup arn:aws:ec2:us-east-1:123456789012:security-group/*"],
      },
      {
        operation: "DescribeSecurityGroupReferences",
        input: { GroupId: ["sg-1", "sg-2"] },
        permits: [
          "ec2:DescribeSecurityGroupReferences arn:aws:ec2:us-east-1:123456789012:security-group/sg-1 + arn:aws:ec2:us-east-1:123456789012:security-group/sg-2",
        ],
      },
      {
        operation: "CreateNetworkInterface",
        input: { SubnetId: "subnet-1", Groups: ["sg-1"] },
        permits: [
          "ec2:CreateNetworkInterface arn:aws:ec2:us-east-1:123456789012:network-interface/*",
          "ec2:CreateNetworkInterface arn:aws:ec2:us-east-1:123456789012:security-group/sg-1 + arn:aws:ec2:us-east-1:123456789012:subnet/subnet-1",
        ],
      },
    ],
  },
  "launch-template": {
    filledBy: [{ LaunchTemplateId: member("LaunchTemplateId") }, ...launchTemplateFills("LaunchTemplate")],
    because: "launch templates are authorized by id, never by name",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html",
    examples: [
      {
        operation: "DeleteLaunchTemplate",
        input: { LaunchTemplateName: "web" },
        permits: ["ec2:DeleteLaunchTemplate arn:aws:ec2:us-east-1:123456789012:launch-template/*"],
      },
      {
        operation: "EnableFastLaunch",
        input: { ImageId: "ami-1", LaunchTemplate: { LaunchTemplateName: "web" } },
        permits: [
          "ec2:EnableFastLaunch arn:aws:ec2:us-east-1:123456789012:launch-template/*",
          "ec2:EnableFastLaunch arn:aws:ec2:us-east-1::image/ami-1",
        ],
      },
    ],
  },
  "key-pair": {
    filledBy: [
      { KeyPairName: member("KeyName") },
      fillWhen(whenMember("KeyPairId"), {
        KeyPairName: unknownPart("*", "no-resource-in-input", "an id does not tell the name of a key pair"),
      }),
    ],
    because: "key pairs are authorized by name, never by id",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html",
    examples: [
      {
        operation: "CreateKeyPair",
        input: { KeyName: "laptop" },
        permits: ["ec2:CreateKeyPair arn:aws:ec2:us-east-1:123456789012:key-pair/laptop"],
      },
      {
        operation: "DeleteKeyPair",
        input: { KeyPairId: "key-0123" },
        permits: ["ec2:DeleteKeyPair arn:aws:ec2:us-east-1:123456789012:key-pair/*"],
      },
    ],
  },
} satisfies { readonly [type: string]: ResourceTypeRule };
