/** AWS Parallel Computing Service: node groups launch instances with a profile. */
import { defineService } from "./define-service.ts";
import { passesProfileIn } from "./instance-profile.ts";

export default defineService({
  sdkId: "PCS",
  besides: [
    {
      authorizedActions: [passesProfileIn(["iamInstanceProfileArn"], [])],
      because: "the instance profile hands its role to the instances of the node group",
      see: "https://docs.aws.amazon.com/pcs/latest/userguide/security-instance-profiles.html",
      examples: [
        {
          operation: "CreateComputeNodeGroup",
          input: {
            clusterIdentifier: "c",
            iamInstanceProfileArn: "arn:aws:iam::123456789012:instance-profile/AWSPCS-nodes",
          },
          permits: [
            "pcs:CreateComputeNodeGroup arn:aws:pcs:us-east-1:123456789012:cluster/c",
            "iam:PassRole arn:aws:iam::123456789012:role/* if iam:PassedToService = ec2.amazonaws.com",
          ],
        },
      ],
    },
  ],
});
