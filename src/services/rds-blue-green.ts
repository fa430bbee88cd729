/** Amazon RDS: blue/green deployments copy, switch over and delete databases with the caller's permissions. */
import { operationRules } from "./define-service.ts";
import { whenMemberEquals, whenMemberMatches } from "./rule-condition.ts";
import { bothOf, either, namedIn, newResource, typed } from "./rule-resource.ts";

export default operationRules({
  CreateBlueGreenDeployment: {
    authorizedActions: [
      {
        action: "rds:CreateBlueGreenDeployment",
        resource: bothOf(
          newResource("deployment"),
          namedIn("pg", "ParameterGroupName", "TargetDBParameterGroupName"),
          namedIn("cluster-pg", "ClusterParameterGroupName", "TargetDBClusterParameterGroupName"),
          either(typed("cluster"), typed("db")),
        ),
      },
      {
        action: "rds:CreateDBInstanceReadReplica",
        origin: "dependent",
        when: whenMemberMatches("Source", /:db:/),
        resource: bothOf(typed("db"), newResource("db")),
        because: "the green instance is made as a replica of the blue one",
      },
      {
        action: ["rds:CreateDBCluster", "rds:CreateDBClusterEndpoint"],
        origin: "dependent",
        when: whenMemberMatches("Source", /:cluster:/),
        resource: bothOf(typed("cluster"), newResource("cluster")),
        because: "the green cluster is made like the blue one",
      },
      {
        action: "rds:CreateDBInstance",
        origin: "dependent",
        when: whenMemberMatches("Source", /:cluster:/),
        resource: newResource("db"),
        because: "the green cluster gets instances like the blue one",
      },
    ],
    because: "a deployment copies the database that the request names",
    see: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/blue-green-deployments-authorizing-access.html",
    examples: [
      {
        input: { BlueGreenDeploymentName: "v8", Source: "arn:aws:rds:us-east-1:123456789012:db:orders" },
        permits: [
          "rds:CreateBlueGreenDeployment arn:aws:rds:us-east-1:123456789012:db:orders",
          "rds:CreateBlueGreenDeployment arn:aws:rds:us-east-1:123456789012:deployment:*",
          "rds:CreateDBInstanceReadReplica arn:aws:rds:us-east-1:123456789012:db:orders",
          "rds:CreateDBInstanceReadReplica arn:aws:rds:us-east-1:123456789012:db:*",
        ],
      },
    ],
  },
  DeleteBlueGreenDeployment: {
    authorizedActions: [
      { action: "rds:DeleteBlueGreenDeployment" },
      {
        action: "rds:DeleteDBInstance",
        origin: "dependent",
        when: whenMemberEquals("DeleteTarget", true),
        resource: newResource("db"),
        because: "the green database is deleted with the deployment",
      },
      {
        action: "rds:DeleteDBCluster",
        origin: "dependent",
        when: whenMemberEquals("DeleteTarget", true),
        resource: newResource("cluster"),
        because: "the green database is deleted with the deployment",
      },
      {
        action: "rds:DeleteDBClusterEndpoint",
        origin: "dependent",
        when: whenMemberEquals("DeleteTarget", true),
        resource: newResource("cluster-endpoint"),
        because: "the green database is deleted with the deployment",
      },
    ],
    because: "a deployment may be deleted with its green database",
    see: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/blue-green-deployments-authorizing-access.html",
    examples: [
      {
        input: { BlueGreenDeploymentIdentifier: "bgd-1" },
        permits: ["rds:DeleteBlueGreenDeployment arn:aws:rds:us-east-1:123456789012:deployment:bgd-1"],
      },
      {
        input: { BlueGreenDeploymentIdentifier: "bgd-1", DeleteTarget: true },
        permits: [
          "rds:DeleteBlueGreenDeployment arn:aws:rds:us-east-1:123456789012:deployment:bgd-1",
          "rds:DeleteDBInstance arn:aws:rds:us-east-1:123456789012:db:*",
          "rds:DeleteDBCluster arn:aws:rds:us-east-1:123456789012:cluster:*",
          "rds:DeleteDBClusterEndpoint arn:aws:rds:us-east-1:123456789012:cluster-endpoint:*",
        ],
      },
    ],
  },
  SwitchoverBlueGreenDeployment: {
    authorizedActions: [
      { action: "rds:SwitchoverBlueGreenDeployment" },
      {
        action: ["rds:ModifyDBInstance", "rds:PromoteReadReplica"],
        origin: "dependent",
        resource: newResource("db"),
        because: "instances are renamed and promoted when green takes over",
      },
      {
        action: ["rds:ModifyDBCluster", "rds:PromoteReadReplicaDBCluster"],
        origin: "dependent",
        resource: newResource("cluster"),
        because: "clusters are renamed and promoted when green takes over",
      },
    ],
    because: "a switchover renames and promotes databases that the request does not name",
    see: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/blue-green-deployments-authorizing-access.html",
    examples: [
      {
        input: { BlueGreenDeploymentIdentifier: "bgd-1" },
        permits: [
          "rds:SwitchoverBlueGreenDeployment arn:aws:rds:us-east-1:123456789012:deployment:bgd-1",
          "rds:ModifyDBInstance arn:aws:rds:us-east-1:123456789012:db:*",
          "rds:PromoteReadReplica arn:aws:rds:us-east-1:123456789012:db:*",
          "rds:ModifyDBCluster arn:aws:rds:us-east-1:123456789012:cluster:*",
          "rds:PromoteReadReplicaDBCluster arn:aws:rds:us-east-1:123456789012:cluster:*",
        ],
      },
    ],
  },
});
