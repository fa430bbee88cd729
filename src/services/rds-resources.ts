/** ARNs of the RDS family's control plane: RDS, Neptune and DocumentDB share it. */
import type { ResourceTypeRule } from "./define-service.ts";
import { captured, firstOf, member } from "./rule-value.ts";

export default {
  cluster: {
    filledBy: [
      { DbClusterInstanceName: member("DBClusterIdentifier") },
      { DbClusterInstanceName: member("DbClusterIdentifier") },
      {
        DbClusterInstanceName: firstOf(
          captured(member("DBClusterArn"), /^(arn:.+)$/),
          member("SourceDBClusterIdentifier"),
        ),
      },
    ],
    because: "clusters are named by their identifier, or by ARN",
    see: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Tagging.ARN.Constructing.html",
    examples: [
      {
        operation: "FailoverDBCluster",
        input: { DBClusterIdentifier: "orders" },
        permits: ["rds:FailoverDBCluster arn:aws:rds:us-east-1:123456789012:cluster:orders"],
      },
    ],
  },
} satisfies { readonly [type: string]: ResourceTypeRule };
