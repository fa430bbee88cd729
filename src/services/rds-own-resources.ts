/** ARNs that RDS alone has among the APIs of its family: snapshots and groups of instances, proxies, custom engines, tenants. */
import type { ResourceTypeRule } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { captured, eachOf, fillWhen, member, unknownPart } from "./rule-value.ts";

export default {
  db: {
    filledBy: [
      {
        DbInstanceName: eachOf(
          member("DBInstanceIdentifier"),
          member("DBInstanceIdentifiers[]"),
          member("SourceDBInstanceIdentifier"),
          member("TargetDBInstanceIdentifier"),
          member("SourceDBInstanceArn"),
          captured(member("ResourceArn"), /^(arn:.+:db:.+)$/),
          captured(member("ResourceIdentifier"), /^(arn:.+:db:.+)$/),
          captured(member("SourceArn"), /^(arn:.+:db:.+)$/),
          captured(member("Source"), /^(arn:.+:db:.+)$/),
        ),
      },
    ],
    because: "instances are named by their identifier, or by ARN",
    see: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Tagging.ARN.Constructing.html",
    examples: [
      {
        operation: "RestoreDBInstanceToPointInTime",
        input: {
          SourceDBInstanceIdentifier: "orders",
          TargetDBInstanceIdentifier: "copy",
          DBName: "ORCL",
          OptionGroupName: "o",
          DBParameterGroupName: "p",
          DBSubnetGroupName: "s",
        },
        permits: [
          "rds:RestoreDBInstanceToPointInTime arn:aws:rds:us-east-1:123456789012:db:copy + arn:aws:rds:us-east-1:123456789012:db:orders + arn:aws:rds:us-east-1:123456789012:og:o + arn:aws:rds:us-east-1:123456789012:pg:p + arn:aws:rds:us-east-1:123456789012:subgrp:s",
        ],
      },
    ],
  },
  snapshot: {
    filledBy: [
      {
        SnapshotName: eachOf(
          member("DBSnapshotIdentifier"),
          member("SourceDBSnapshotIdentifier"),
          member("TargetDBSnapshotIdentifier"),
          captured(member("SnapshotIdentifier"), /^(arn:.+:snapshot:.+)$/),
          captured(member("SourceArn"), /^(arn:.+:snapshot:.+)$/),
        ),
      },
    ],
    because: "snapshots are named as such, and a copy is checked on both",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html",
    examples: [
      {
        operation: "CopyDBSnapshot",
        input: { SourceDBSnapshotIdentifier: "monday", TargetDBSnapshotIdentifier: "kept" },
        permits: [
          "rds:CopyDBSnapshot arn:aws:rds:us-east-1:123456789012:snapshot:kept + arn:aws:rds:us-east-1:123456789012:snapshot:monday",
        ],
      },
    ],
  },
  og: {
    filledBy: [
      {
        OptionGroupName: eachOf(
          member("OptionGroupName"),
          member("SourceOptionGroupIdentifier"),
          member("TargetOptionGroupIdentifier"),
        ),
      },
    ],
    because: "option groups are named as such, and a copy is checked on both",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html",
    examples: [
      {
        operation: "CopyOptionGroup",
        input: { SourceOptionGroupIdentifier: "a", TargetOptionGroupIdentifier: "b" },
        permits: [
          "rds:CopyOptionGroup arn:aws:rds:us-east-1:123456789012:og:a + arn:aws:rds:us-east-1:123456789012:og:b",
        ],
      },
    ],
  },
  secgrp: {
    filledBy: [{ SecurityGroupName: eachOf(member("DBSecurityGroupName"), member("DBSecurityGroups[]")) }],
    because: "security groups of instances are named as such, alone or in lists",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html",
    examples: [
      {
        operation: "ModifyDBInstance",
        input: { DBInstanceIdentifier: "orders", DBSecurityGroups: ["classic"] },
        permits: [
          "rds:ModifyDBInstance arn:aws:rds:us-east-1:123456789012:db:orders + arn:aws:rds:us-east-1:123456789012:secgrp:classic",
        ],
      },
    ],
  },
  cev: {
    filledBy: [
      {
        Engine: member("Engine"),
        EngineVersion: member("EngineVersion"),
        CustomDbEngineVersionId: unknownPart("*", "id-assigned-by-aws", "a custom engine version has an id of its own"),
      },
    ],
    because: "custom engine versions are named by engine and version, and have an id besides",
    see: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/custom-cev.html",
    examples: [
      {
        operation: "CreateCustomDBEngineVersion",
        input: {
          Engine: "custom-oracle-ee",
          EngineVersion: "19.my",
          SourceCustomDbEngineVersionIdentifier: "arn:aws:rds:us-east-1:123456789012:cev:custom-oracle-ee/19.a/1",
        },
        permits: ["rds:CreateCustomDBEngineVersion arn:aws:rds:us-east-1:123456789012:cev:custom-oracle-ee/19.my/*"],
      },
    ],
  },
  proxy: {
    filledBy: [
      fillWhen(whenMember("DBProxyName"), {
        DbProxyId: unknownPart("*", "no-resource-in-input", "a proxy's name does not tell its id"),
      }),
    ],
    because: "proxies are authorized by an id that their name does not tell",
    see: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-managing.html",
    examples: [
      {
        operation: "DeleteDBProxy",
        input: { DBProxyName: "pool" },
        permits: ["rds:DeleteDBProxy arn:aws:rds:us-east-1:123456789012:db-proxy:*"],
      },
    ],
  },
  "proxy-endpoint": {
    filledBy: [
      fillWhen(whenMember("DBProxyEndpointName"), {
        DbProxyEndpointId: unknownPart("*", "no-resource-in-input", "an endpoint's name does not tell its id"),
      }),
    ],
    because: "proxy endpoints are authorized by an id that their name does not tell",
    see: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-endpoints.html",
    examples: [
      {
        operation: "DeleteDBProxyEndpoint",
        input: { DBProxyEndpointName: "reader" },
        permits: ["rds:DeleteDBProxyEndpoint arn:aws:rds:us-east-1:123456789012:db-proxy-endpoint:*"],
      },
    ],
  },
  "target-group": {
    filledBy: [
      fillWhen(whenMember("DBProxyName"), {
        TargetGroupId: unknownPart("*", "no-resource-in-input", "a target group's name does not tell its id"),
      }),
    ],
    because: "target groups of proxies are authorized by an id that their name does not tell",
    see: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-managing.html",
    examples: [
      {
        operation: "RegisterDBProxyTargets",
        input: { DBProxyName: "pool", TargetGroupName: "default", DBInstanceIdentifiers: ["orders"] },
        permits: [
          "rds:RegisterDBProxyTargets arn:aws:rds:us-east-1:123456789012:db:orders",
          "rds:RegisterDBProxyTargets arn:aws:rds:us-east-1:123456789012:target-group:*",
        ],
      },
    ],
  },
} satisfies { readonly [type: string]: ResourceTypeRule };
