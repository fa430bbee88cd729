/** The RDS family: what an operation makes and tags, where it is checked on other resources besides. */
import type { RuleSet } from "./define-service.ts";
import { namedIn, newResource } from "./rule-resource.ts";

export default {
  CopyDBClusterParameterGroup: namedIn(
    "cluster-pg",
    "ClusterParameterGroupName",
    "TargetDBClusterParameterGroupIdentifier",
  ),
  CopyDBClusterSnapshot: namedIn("cluster-snapshot", "ClusterSnapshotName", "TargetDBClusterSnapshotIdentifier"),
  CopyDBParameterGroup: namedIn("pg", "ParameterGroupName", "TargetDBParameterGroupIdentifier"),
  CopyDBSnapshot: namedIn("snapshot", "SnapshotName", "TargetDBSnapshotIdentifier"),
  CopyOptionGroup: namedIn("og", "OptionGroupName", "TargetOptionGroupIdentifier"),
  CreateDBCluster: namedIn("cluster", "DbClusterInstanceName", "DBClusterIdentifier"),
  CreateDBInstance: namedIn("db", "DbInstanceName", "DBInstanceIdentifier"),
  CreateDBInstanceReadReplica: namedIn("db", "DbInstanceName", "DBInstanceIdentifier"),
  CreateDBProxy: newResource("proxy"),
  CreateDBShardGroup: newResource("shardgrp"),
  RestoreDBClusterFromS3: namedIn("cluster", "DbClusterInstanceName", "DBClusterIdentifier"),
  RestoreDBClusterFromSnapshot: namedIn("cluster", "DbClusterInstanceName", "DBClusterIdentifier"),
  RestoreDBClusterToPointInTime: namedIn("cluster", "DbClusterInstanceName", "DBClusterIdentifier"),
  RestoreDBInstanceFromDBSnapshot: namedIn("db", "DbInstanceName", "DBInstanceIdentifier"),
  RestoreDBInstanceFromS3: namedIn("db", "DbInstanceName", "DBInstanceIdentifier"),
  RestoreDBInstanceToPointInTime: namedIn("db", "DbInstanceName", "TargetDBInstanceIdentifier"),
  StartDBInstanceAutomatedBackupsReplication: newResource("auto-backup"),
} satisfies RuleSet["makes"];
