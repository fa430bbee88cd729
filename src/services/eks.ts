/** Amazon EKS: nodes get their role by an access entry, which clusters with nodes of their own make. */
import { defineService, type OperationRule } from "./define-service.ts";
import { allOf, whenMember, whenMemberEquals, whenMemberMatches } from "./rule-condition.ts";
import { arnIn, filled } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

const CLUSTER = "arn:aws:eks:us-east-1:123456789012:cluster/prod";
const NODES = "arn:aws:iam::123456789012:role/nodes";

/** `on`: what the operation itself is on. */
const withNodes = (operation: string, on: string): OperationRule => ({
  authorizedActions: [
    { action: `eks:${operation}` },
    {
      action: "eks:CreateAccessEntry",
      resource: filled("cluster", { ClusterName: member("name") }),
      when: whenMember("computeConfig.nodeRoleArn"),
      origin: "dependent",
      because: "the role of the nodes that EKS runs gets an access entry",
    },
  ],
  because: "nodes that EKS runs by itself get access to the cluster with their role",
  see: "https://docs.aws.amazon.com/eks/latest/userguide/auto-cluster-iam-role.html",
  examples: [
    {
      input: { name: "prod", computeConfig: { enabled: true, nodeRoleArn: NODES } },
      permits: [
        `eks:${operation} ${on}`,
        `eks:CreateAccessEntry ${CLUSTER}`,
        `iam:PassRole ${NODES} if iam:PassedToService = ec2.amazonaws.com`,
      ],
    },
    { input: { name: "prod" }, permits: [`eks:${operation} ${on}`] },
  ],
});

export default defineService({
  sdkId: "EKS",
  operations: {
    CreateCluster: withNodes("CreateCluster", "*"),
    UpdateClusterConfig: withNodes("UpdateClusterConfig", CLUSTER),
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
