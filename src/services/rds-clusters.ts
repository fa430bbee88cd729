/** The RDS family: what deleting a cluster asks for beside its own action. */
import { operationRules } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { bothOf, namedIn, typed } from "./rule-resource.ts";

export default operationRules({
  DeleteDBCluster: {
    authorizedActions: [
      {
        action: "rds:DeleteDBCluster",
        resource: bothOf(
          typed("cluster"),
          namedIn("cluster-snapshot", "ClusterSnapshotName", "FinalDBSnapshotIdentifier"),
        ),
      },
      {
        action: "rds:CreateDBClusterSnapshot",
        origin: "dependent",
        when: whenMember("FinalDBSnapshotIdentifier"),
        resource: bothOf(
          typed("cluster"),
          namedIn("cluster-snapshot", "ClusterSnapshotName", "FinalDBSnapshotIdentifier"),
        ),
        because: "a final snapshot is made before the cluster is deleted",
      },
    ],
    because: "a cluster's deletion may leave a final snapshot",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html",
    examples: [
      {
        input: { DBClusterIdentifier: "orders", SkipFinalSnapshot: true },
        permits: ["rds:DeleteDBCluster arn:aws:rds:us-east-1:123456789012:cluster:orders"],
      },
      {
        input: { DBClusterIdentifier: "orders", FinalDBSnapshotIdentifier: "last" },
        permits: [
          "rds:DeleteDBCluster arn:aws:rds:us-east-1:123456789012:cluster-snapshot:last + arn:aws:rds:us-east-1:123456789012:cluster:orders",
          "rds:CreateDBClusterSnapshot arn:aws:rds:us-east-1:123456789012:cluster-snapshot:last + arn:aws:rds:us-east-1:123456789012:cluster:orders",
        ],
      },
    ],
  },
});
