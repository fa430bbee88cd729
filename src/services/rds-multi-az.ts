/** Amazon RDS: Multi-AZ clusters are restored, changed and rebooted together with their instances. */
import { operationRules } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { bothOf, namedIn, newResource } from "./rule-resource.ts";

export default operationRules({
  RestoreDBClusterFromSnapshot: {
    authorizedActions: [
      { action: "rds:RestoreDBClusterFromSnapshot" },
      {
        action: "rds:CreateDBInstance",
        origin: "dependent",
        when: whenMember("DBClusterInstanceClass"),
        resource: bothOf(newResource("db"), namedIn("cluster", "DbClusterInstanceName", "DBClusterIdentifier")),
        because: "a Multi-AZ cluster is restored with its instances",
      },
    ],
    because: "a Multi-AZ cluster is restored with its instances",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html",
    examples: [
      {
        input: {
          DBClusterIdentifier: "copy",
          SnapshotIdentifier: "monday",
          DBClusterInstanceClass: "db.m6gd.large",
          DBClusterParameterGroupName: "p",
          OptionGroupName: "o",
          DBSubnetGroupName: "s",
        },
        permits: [
          "rds:RestoreDBClusterFromSnapshot arn:aws:rds:us-east-1:123456789012:cluster-pg:p + arn:aws:rds:us-east-1:123456789012:cluster-snapshot:monday + arn:aws:rds:us-east-1:123456789012:cluster:copy + arn:aws:rds:us-east-1:123456789012:og:o + arn:aws:rds:us-east-1:123456789012:subgrp:s",
          "rds:CreateDBInstance arn:aws:rds:us-east-1:123456789012:db:*",
          "rds:CreateDBInstance arn:aws:rds:us-east-1:123456789012:cluster:copy",
        ],
      },
    ],
  },
  RestoreDBClusterToPointInTime: {
    authorizedActions: [
      { action: "rds:RestoreDBClusterToPointInTime" },
      {
        action: "rds:CreateDBInstance",
        origin: "dependent",
        when: whenMember("DBClusterInstanceClass"),
        resource: bothOf(newResource("db"), namedIn("cluster", "DbClusterInstanceName", "DBClusterIdentifier")),
        because: "a Multi-AZ cluster is restored with its instances",
      },
    ],
    because: "a Multi-AZ cluster is restored with its instances",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html",
    examples: [
      {
        input: {
          DBClusterIdentifier: "copy",
          SourceDBClusterIdentifier: "orders",
          DBClusterInstanceClass: "db.m6gd.large",
          DBClusterParameterGroupName: "p",
          OptionGroupName: "o",
          DBSubnetGroupName: "s",
        },
        permits: [
          "rds:RestoreDBClusterToPointInTime arn:aws:rds:us-east-1:123456789012:cluster-pg:p + arn:aws:rds:us-east-1:123456789012:cluster:copy + arn:aws:rds:us-east-1:123456789012:cluster:orders + arn:aws:rds:us-east-1:123456789012:og:o + arn:aws:rds:us-east-1:123456789012:subgrp:s",
          "rds:CreateDBInstance arn:aws:rds:us-east-1:123456789012:db:*",
          "rds:CreateDBInstance arn:aws:rds:us-east-1:123456789012:cluster:copy",
        ],
      },
    ],
  },
  ModifyDBCluster: {
    authorizedActions: [
      { action: "rds:ModifyDBCluster" },
      {
        action: "rds:ModifyDBInstance",
        origin: "dependent",
        when: whenMember("DBClusterInstanceClass"),
        resource: newResource("db"),
        because: "the instances of a Multi-AZ cluster get the class that the request names",
      },
    ],
    because: "a Multi-AZ cluster is changed with its instances",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html",
    examples: [
      {
        input: { DBClusterIdentifier: "orders", DBClusterInstanceClass: "db.m6gd.large" },
        permits: [
          "rds:ModifyDBCluster arn:aws:rds:us-east-1:123456789012:cluster:orders",
          "rds:ModifyDBInstance arn:aws:rds:us-east-1:123456789012:db:*",
        ],
      },
      {
        input: { DBClusterIdentifier: "orders", BackupRetentionPeriod: 7 },
        permits: ["rds:ModifyDBCluster arn:aws:rds:us-east-1:123456789012:cluster:orders"],
      },
    ],
  },
  RebootDBCluster: {
    authorizedActions: [
      { action: "rds:RebootDBCluster" },
      {
        action: "rds:RebootDBInstance",
        origin: "dependent",
        resource: newResource("db"),
        because: "the instances of the cluster are rebooted, and the request does not name them",
      },
    ],
    because: "only Multi-AZ clusters are rebooted as a whole, with their instances",
    see: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RebootDBCluster.html",
    examples: [
      {
        input: { DBClusterIdentifier: "orders" },
        permits: [
          "rds:RebootDBCluster arn:aws:rds:us-east-1:123456789012:cluster:orders",
          "rds:RebootDBInstance arn:aws:rds:us-east-1:123456789012:db:*",
        ],
      },
    ],
  },
});
