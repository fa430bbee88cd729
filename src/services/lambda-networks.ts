/** AWS Lambda: a function in a VPC is placed there after a look at its network with the caller's permissions. */
import type { AuthorizedAction } from "./define-service.ts";
import { whenMember, whenMemberMatches } from "./rule-condition.ts";
import { arnIn, bothOf, filled } from "./rule-resource.ts";
import { unknownPart } from "./rule-value.ts";

/** See https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions */
export const IN_A_VPC: readonly AuthorizedAction[] = [
  {
    action: ["ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcs"],
    when: whenMember("VpcConfig.SubnetIds[]"),
    origin: "forward-access",
    because: "the function's subnets and security groups are looked up with the caller's permissions",
  },
];

const FILE_SYSTEM = unknownPart("*", "no-resource-in-input", "an access point does not tell its file system");

/** See https://docs.aws.amazon.com/lambda/latest/dg/configuration-filesystem.html#configuration-filesystem-permissions */
export const WITH_FILES: AuthorizedAction = {
  action: "elasticfilesystem:DescribeMountTargets",
  resource: bothOf(arnIn("FileSystemConfigs[].Arn"), filled("file-system", { FileSystemId: FILE_SYSTEM })),
  when: whenMemberMatches("FileSystemConfigs[].Arn", /^arn:[^:]+:elasticfilesystem:/),
  origin: "forward-access",
  because: "the mount targets of the file system are looked up with the caller's permissions",
};
