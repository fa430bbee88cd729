/** Amazon EKS: an access entry for nodes hands them their role. */
import { defineService } from "./define-service.ts";
import { allOf, whenMemberEquals, whenMemberMatches } from "./rule-condition.ts";
import { arnIn } from "./rule-resource.ts";

const CLUSTER = "arn:aws:eks:us-east-1:123456789012:cluster/prod";
const NODES = "arn:aws:iam::123456789012:role/nodes";

export default defineService({
  sdkId: "EKS",
  operations: {
    CreateAccessEntry: {
      authorizedActions: [
        { action: "eks:CreateAccessEntry" },
        {
          action: "iam:PassRole",
          resource: arnIn("principalArn"),
          when: allOf(
            whenMemberEquals("type", "EC2", "EC2_LINUX", "EC2_WINDOWS", "HYBRID_LINUX", "HYPERPOD_LINUX"),
            whenMemberMatches("principalArn", /:role\//),
          ),
          conditions: { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } },
          origin: "pass-role",
          because: "the entry lets nodes act with the role",
        },
      ],
      because: "an entry for nodes passes their role, one for people or programs names who they are",
      see: "https://docs.aws.amazon.com/eks/latest/userguide/creating-access-entries.html",
      examples: [
        {
          input: { clusterName: "prod", principalArn: NODES, type: "EC2_LINUX" },
          permits: [
            `eks:CreateAccessEntry ${CLUSTER}`,
            `iam:PassRole ${NODES} if iam:PassedToService = ec2.amazonaws.com`,
          ],
        },
        { input: { clusterName: "prod", principalArn: NODES }, permits: [`eks:CreateAccessEntry ${CLUSTER}`] },
      ],
    },
  },
});
