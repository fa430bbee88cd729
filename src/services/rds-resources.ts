/** ARNs of the RDS family's control plane: RDS, Neptune and DocumentDB share it. */
import type { ResourceTypeRule } from "./define-service.ts";
import { captured, eachOf, member } from "./rule-value.ts";

export default {
  cluster: {
    filledBy: [
      {
        DbClusterInstanceName: eachOf(
          member("DBClusterIdentifier"),
          member("DbClusterIdentifier"),
          member("DBClusterIdentifiers[]"),
          member("SourceDBClusterIdentifier"),
          member("TargetDbClusterIdentifier"),
          captured(member("DBClusterArn"), /^(arn:.+)$/),
          captured(member("ResourceArn"), /^(arn:.+:cluster:.+)$/),
          captured(member("ResourceIdentifier"), /^(arn:.+:cluster:.+)$/),
          captured(member("SourceArn"), /^(arn:.+:cluster:.+)$/),
          captured(member("Source"), /^(arn:.+:cluster:.+)$/),
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
  pg: {
    filledBy: [
      {
        ParameterGroupName: eachOf(
          member("DBParameterGroupName"),
          member("SourceDBParameterGroupIdentifier"),
          member("TargetDBParameterGroupIdentifier"),
          member("TargetDBParameterGroupName"),
        ),
      },
    ],
    because: "parameter groups are named as such, and a copy is checked on both",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html",
    examples: [
      {
        operation: "ModifyDBInstance",
        input: { DBInstanceIdentifier: "orders", DBParameterGroupName: "tuned" },
        permits: [
          "rds:ModifyDBInstance arn:aws:rds:us-east-1:123456789012:db:orders + arn:aws:rds:us-east-1:123456789012:pg:tuned",
        ],
      },
    ],
  },
  "cluster-pg": {
    filledBy: [
      {
        ClusterParameterGroupName: eachOf(
          member("DBClusterParameterGroupName"),
          member("SourceDBClusterParameterGroupIdentifier"),
          member("TargetDBClusterParameterGroupIdentifier"),
          member("TargetDBClusterParameterGroupName"),
        ),
      },
    ],
    because: "cluster parameter groups are named as such, and a copy is checked on both",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html",
    examples: [
      {
        operation: "ModifyDBCluster",
        input: { DBClusterIdentifier: "orders", DBClusterParameterGroupName: "tuned" },
        permits: [
          "rds:ModifyDBCluster arn:aws:rds:us-east-1:123456789012:cluster-pg:tuned + arn:aws:rds:us-east-1:123456789012:cluster:orders",
        ],
      },
    ],
  },
  subgrp: {
    filledBy: [{ SubnetGroupName: member("DBSubnetGroupName") }],
    because: "subnet groups are named as such",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html",
    examples: [
      {
        operation: "ModifyDBInstance",
        input: { DBInstanceIdentifier: "orders", DBSubnetGroupName: "inner" },
        permits: [
          "rds:ModifyDBInstance arn:aws:rds:us-east-1:123456789012:db:orders + arn:aws:rds:us-east-1:123456789012:subgrp:inner",
        ],
      },
    ],
  },
  "cluster-snapshot": {
    filledBy: [
      {
        ClusterSnapshotName: eachOf(
          member("DBClusterSnapshotIdentifier"),
          member("SourceDBClusterSnapshotIdentifier"),
          member("TargetDBClusterSnapshotIdentifier"),
          captured(member("SnapshotIdentifier"), /^((?!arn:).+|arn:.+:cluster-snapshot:.+)$/),
          captured(member("SourceArn"), /^(arn:.+:cluster-snapshot:.+)$/),
        ),
      },
    ],
    because: "cluster snapshots are named as such; a name that is no ARN means one of them",
    see: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBClusterFromSnapshot.html",
    examples: [
      {
        operation: "CopyDBClusterSnapshot",
        input: { SourceDBClusterSnapshotIdentifier: "monday", TargetDBClusterSnapshotIdentifier: "kept" },
        permits: [
          "rds:CopyDBClusterSnapshot arn:aws:rds:us-east-1:123456789012:cluster-snapshot:kept + arn:aws:rds:us-east-1:123456789012:cluster-snapshot:monday",
        ],
      },
    ],
  },
  "global-cluster": {
    filledBy: [{ GlobalCluster: member("GlobalClusterIdentifier") }],
    because: "a cluster may join a global one",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html",
    examples: [
      {
        operation: "CreateDBCluster",
        input: { DBClusterIdentifier: "a", GlobalClusterIdentifier: "all" },
        permits: [
          "rds:CreateDBCluster arn:aws:rds::123456789012:global-cluster:all + arn:aws:rds:us-east-1:123456789012:cluster:a",
          "rds:CreateDBCluster arn:aws:rds:us-east-1:123456789012:cluster-pg:*",
          "rds:CreateDBCluster arn:aws:rds:us-east-1:123456789012:og:*",
          "rds:CreateDBCluster arn:aws:rds:us-east-1:123456789012:subgrp:*",
        ],
      },
    ],
  },
} satisfies { readonly [type: string]: ResourceTypeRule };
