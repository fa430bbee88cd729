/** AWS Lambda: a function in a VPC is placed there after a look at its network with the caller's permissions. */
import type { AuthorizedAction } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";

/** See https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions */
export const IN_A_VPC: readonly AuthorizedAction[] = [
  {
    action: ["ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcs"],
    when: whenMember("VpcConfig.SubnetIds[]"),
    origin: "forward-access",
    because: "the function's subnets and security groups are looked up with the caller's permissions",
  },
];
