/** Amazon Redshift: snapshots are named below their cluster. */
import { operationRules } from "./define-service.ts";
import { unlessMember, whenMember } from "./rule-condition.ts";
import { arnIn, bothOf, either, filled, namedIn } from "./rule-resource.ts";
import { fillWhen, firstOf, member, unknownPart } from "./rule-value.ts";

export default operationRules({
  DeleteCluster: {
    authorizedActions: [
      { action: "redshift:DeleteCluster" },
      {
        action: "redshift:CreateClusterSnapshot",
        origin: "dependent",
        when: whenMember("FinalClusterSnapshotIdentifier"),
        resource: filled("snapshot", {
          ClusterName: member("ClusterIdentifier"),
          SnapshotName: member("FinalClusterSnapshotIdentifier"),
        }),
        because: "a final snapshot is made before the cluster is deleted",
      },
    ],
    because: "a cluster's deletion may leave a final snapshot",
    see: "https://docs.aws.amazon.com/redshift/latest/APIReference/API_DeleteCluster.html",
    examples: [
      {
        input: { ClusterIdentifier: "sales", FinalClusterSnapshotIdentifier: "last" },
        permits: [
          "redshift:DeleteCluster arn:aws:redshift:us-east-1:123456789012:cluster:sales",
          "redshift:CreateClusterSnapshot arn:aws:redshift:us-east-1:123456789012:snapshot:sales/last",
        ],
      },
      {
        input: { ClusterIdentifier: "sales", SkipFinalClusterSnapshot: true },
        permits: ["redshift:DeleteCluster arn:aws:redshift:us-east-1:123456789012:cluster:sales"],
      },
    ],
  },
  RestoreFromClusterSnapshot: {
    authorizedActions: [
      {
        action: "redshift:RestoreFromClusterSnapshot",
        resource: bothOf(
          namedIn("cluster", "ClusterName", "ClusterIdentifier"),
          either(
            arnIn("SnapshotArn"),
            filled("snapshot", {
              ClusterName: firstOf(
                member("SnapshotClusterIdentifier"),
                unknownPart("*", "no-resource-in-input", "the cluster that the snapshot was made of"),
              ),
              SnapshotName: member("SnapshotIdentifier"),
            }),
          ),
        ),
      },
    ],
    because: "a restore makes the cluster that the request names, from a snapshot of another one",
    see: "https://docs.aws.amazon.com/redshift/latest/APIReference/API_RestoreFromClusterSnapshot.html",
    examples: [
      {
        input: { ClusterIdentifier: "copy", SnapshotIdentifier: "monday", SnapshotClusterIdentifier: "sales" },
        permits: [
          "redshift:RestoreFromClusterSnapshot arn:aws:redshift:us-east-1:123456789012:cluster:copy + arn:aws:redshift:us-east-1:123456789012:snapshot:sales/monday",
        ],
      },
    ],
  },
  CopyClusterSnapshot: {
    authorizedActions: [
      {
        action: "redshift:CopyClusterSnapshot",
        resource: bothOf(
          filled("snapshot", {
            ClusterName: firstOf(
              member("SourceSnapshotClusterIdentifier"),
              unknownPart("*", "no-resource-in-input", "the cluster that the snapshot was made of"),
            ),
            SnapshotName: member("SourceSnapshotIdentifier"),
          }),
          filled("snapshot", {
            ClusterName: firstOf(
              member("SourceSnapshotClusterIdentifier"),
              unknownPart("*", "no-resource-in-input", "the cluster that the snapshot was made of"),
            ),
            SnapshotName: member("TargetSnapshotIdentifier"),
          }),
        ),
      },
    ],
    because: "a copy is checked on both snapshots",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonredshift.html",
    examples: [
      {
        input: {
          SourceSnapshotIdentifier: "rs:auto",
          SourceSnapshotClusterIdentifier: "sales",
          TargetSnapshotIdentifier: "kept",
        },
        permits: [
          "redshift:CopyClusterSnapshot arn:aws:redshift:us-east-1:123456789012:snapshot:sales/kept + arn:aws:redshift:us-east-1:123456789012:snapshot:sales/rs:auto",
        ],
      },
    ],
  },
  BatchDeleteClusterSnapshots: {
    authorizedActions: [
      {
        action: "redshift:BatchDeleteClusterSnapshots",
        forEach: "Identifiers[]",
        resource: filled(
          "snapshot",
          {
            ClusterName: member("Identifiers[].SnapshotClusterIdentifier"),
            SnapshotName: member("Identifiers[].SnapshotIdentifier"),
          },
          fillWhen(unlessMember("Identifiers[].SnapshotClusterIdentifier"), {
            ClusterName: unknownPart("*", "no-resource-in-input", "the cluster that the snapshot was made of"),
            SnapshotName: member("Identifiers[].SnapshotIdentifier"),
          }),
        ),
      },
    ],
    because: "each snapshot of the batch is checked",
    see: "https://docs.aws.amazon.com/redshift/latest/APIReference/API_BatchDeleteClusterSnapshots.html",
    examples: [
      {
        input: {
          Identifiers: [{ SnapshotIdentifier: "a", SnapshotClusterIdentifier: "sales" }, { SnapshotIdentifier: "b" }],
        },
        permits: [
          "redshift:BatchDeleteClusterSnapshots arn:aws:redshift:us-east-1:123456789012:snapshot:sales/a",
          "redshift:BatchDeleteClusterSnapshots arn:aws:redshift:us-east-1:123456789012:snapshot:*/b",
        ],
      },
    ],
  },
});
