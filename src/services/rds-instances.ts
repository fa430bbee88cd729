/** Amazon RDS: what making, stopping and restoring asks for beside the action of its own name. */
import { operationRules } from "./define-service.ts";
import { whenMember, whenMemberEquals } from "./rule-condition.ts";
import { bothOf, namedIn, newResource, typed } from "./rule-resource.ts";

export default operationRules({
  CreateDBCluster: {
    authorizedActions: [
      { action: "rds:CreateDBCluster" },
      {
        action: "rds:CreateDBInstance",
        origin: "dependent",
        when: whenMember("DBClusterInstanceClass"),
        resource: bothOf(newResource("db"), namedIn("cluster", "DbClusterInstanceName", "DBClusterIdentifier")),
        because: "a Multi-AZ cluster is made with its instances",
      },
      {
        action: "rds:AddRoleToDBCluster",
        origin: "dependent",
        when: whenMember("AssociatedRoles"),
        resource: namedIn("cluster", "DbClusterInstanceName", "DBClusterIdentifier"),
        because: "the cluster is made with the roles that the request names",
      },
    ],
    because: "a cluster may be made with instances and roles",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html",
    examples: [
      {
        input: {
          DBClusterIdentifier: "orders",
          DBClusterInstanceClass: "db.m6gd.large",
          DBClusterParameterGroupName: "p",
          OptionGroupName: "o",
          DBSubnetGroupName: "s",
        },
        permits: [
          "rds:CreateDBCluster arn:aws:rds:us-east-1:123456789012:cluster-pg:p + arn:aws:rds:us-east-1:123456789012:cluster:orders + arn:aws:rds:us-east-1:123456789012:og:o + arn:aws:rds:us-east-1:123456789012:subgrp:s",
          "rds:CreateDBInstance arn:aws:rds:us-east-1:123456789012:db:*",
          "rds:CreateDBInstance arn:aws:rds:us-east-1:123456789012:cluster:orders",
        ],
      },
    ],
  },
  CreateDBInstance: {
    authorizedActions: [
      { action: "rds:CreateDBInstance" },
      {
        action: "rds:CreateTenantDatabase",
        origin: "dependent",
        when: whenMemberEquals("MultiTenant", true),
        resource: bothOf(namedIn("db", "DbInstanceName", "DBInstanceIdentifier"), newResource("tenant-database")),
        because: "an instance for tenants is made with its first tenant database",
      },
    ],
    because: "an instance may be made for tenants",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html",
    examples: [
      {
        input: { DBInstanceIdentifier: "orders", MultiTenant: true },
        permits: [
          "rds:CreateDBInstance arn:aws:rds:us-east-1:123456789012:db:orders",
          "rds:CreateTenantDatabase arn:aws:rds:us-east-1:123456789012:db:orders",
          "rds:CreateTenantDatabase arn:aws:rds:us-east-1:123456789012:tenant-database:*",
        ],
      },
      {
        input: { DBInstanceIdentifier: "orders", DBParameterGroupName: "tuned", Tags: [{ Key: "team", Value: "a" }] },
        permits: [
          "rds:CreateDBInstance arn:aws:rds:us-east-1:123456789012:db:orders + arn:aws:rds:us-east-1:123456789012:pg:tuned",
          "rds:AddTagsToResource arn:aws:rds:us-east-1:123456789012:db:orders",
        ],
      },
    ],
  },
  CreateDBInstanceReadReplica: {
    authorizedActions: [
      {
        action: "rds:CreateDBInstanceReadReplica",
        resource: bothOf(
          typed("db"),
          namedIn("cluster", "DbClusterInstanceName", "SourceDBClusterIdentifier"),
          namedIn("og", "OptionGroupName", "OptionGroupName"),
          namedIn("pg", "ParameterGroupName", "DBParameterGroupName"),
          namedIn("subgrp", "SubnetGroupName", "DBSubnetGroupName"),
        ),
      },
    ],
    because: "a replica is made of an instance or of a cluster, and is checked on both ends",
    see: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstanceReadReplica.html",
    examples: [
      {
        input: { DBInstanceIdentifier: "replica", SourceDBInstanceIdentifier: "orders" },
        permits: [
          "rds:CreateDBInstanceReadReplica arn:aws:rds:us-east-1:123456789012:db:orders + arn:aws:rds:us-east-1:123456789012:db:replica",
        ],
      },
    ],
  },
  StopDBInstance: {
    authorizedActions: [
      { action: "rds:StopDBInstance" },
      {
        action: "rds:CreateDBSnapshot",
        origin: "dependent",
        when: whenMember("DBSnapshotIdentifier"),
        resource: bothOf(typed("db"), typed("snapshot")),
        because: "a snapshot is made before the instance stops",
      },
    ],
    because: "an instance may be stopped with a snapshot",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html",
    examples: [
      {
        input: { DBInstanceIdentifier: "orders", DBSnapshotIdentifier: "before" },
        permits: [
          "rds:StopDBInstance arn:aws:rds:us-east-1:123456789012:db:orders + arn:aws:rds:us-east-1:123456789012:snapshot:before",
          "rds:CreateDBSnapshot arn:aws:rds:us-east-1:123456789012:db:orders + arn:aws:rds:us-east-1:123456789012:snapshot:before",
        ],
      },
    ],
  },
  DeregisterDBProxyTargets: {
    authorizedActions: [
      {
        action: "rds:DeregisterDBProxyTargets",
        resource: bothOf(
          typed("proxy"),
          typed("target-group"),
          namedIn("db", "DbInstanceName", "DBInstanceIdentifiers[]"),
          namedIn("cluster", "DbClusterInstanceName", "DBClusterIdentifiers[]"),
        ),
      },
    ],
    because: "targets of a proxy are instances or clusters, and checked where they are named",
    see: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeregisterDBProxyTargets.html",
    examples: [
      {
        input: { DBProxyName: "pool", DBInstanceIdentifiers: ["orders"] },
        permits: [
          "rds:DeregisterDBProxyTargets arn:aws:rds:us-east-1:123456789012:db-proxy:*",
          "rds:DeregisterDBProxyTargets arn:aws:rds:us-east-1:123456789012:target-group:*",
          "rds:DeregisterDBProxyTargets arn:aws:rds:us-east-1:123456789012:db:orders",
        ],
      },
    ],
  },
});
