/** Amazon Redshift Data API: on which warehouse a statement runs, and how the caller gets credentials for it. */
import type { AuthorizedAction } from "./define-service.ts";
import { allOf, unlessMember, whenMember } from "./rule-condition.ts";
import { bothOf, either, filled, type ResourceRule, untoldResource } from "./rule-resource.ts";
import { captured, member, unknownPart } from "./rule-value.ts";
import { readsSecret } from "./secret-read.ts";

const WORKGROUP: ResourceRule = either(
  filled("workgroup", { WorkgroupId: captured(member("WorkgroupName"), /^arn:.+:workgroup\/(.+)$/) }),
  filled("workgroup", {
    WorkgroupId: unknownPart("*", "no-resource-in-input", "a workgroup's name does not tell its id"),
  }),
);

const CLUSTER: ResourceRule = filled("cluster", { ClusterName: member("ClusterIdentifier") });

/** See https://docs.aws.amazon.com/redshift/latest/mgmt/data-api-access.html */
export function statementPermissions(operation: string): readonly AuthorizedAction[] {
  const action = `redshift-data:${operation}`;
  const byCredentials = unlessMember("SecretArn");
  const database = { ClusterName: member("ClusterIdentifier"), DbName: member("Database") };
  return [
    { action, when: whenMember("ClusterIdentifier"), resource: CLUSTER },
    { action, when: whenMember("WorkgroupName"), resource: WORKGROUP },
    {
      action,
      when: allOf(unlessMember("ClusterIdentifier"), unlessMember("WorkgroupName")),
      resource: untoldResource("no-resource-in-input", "the session that the request names decides"),
    },
    {
      action: "redshift:GetClusterCredentials",
      origin: "forward-access",
      when: allOf(byCredentials, whenMember("ClusterIdentifier"), whenMember("DbUser")),
      resource: bothOf(
        filled("dbuser", { ClusterName: member("ClusterIdentifier"), DbUser: member("DbUser") }),
        filled("dbname", database),
      ),
      because: "without a secret the caller gets temporary credentials of the database user",
    },
    {
      action: "redshift:GetClusterCredentialsWithIAM",
      origin: "forward-access",
      when: allOf(byCredentials, whenMember("ClusterIdentifier"), unlessMember("DbUser")),
      resource: filled("dbname", database),
      because: "without a secret and a user the caller gets temporary credentials of its own identity",
    },
    {
      action: "redshift-serverless:GetCredentials",
      origin: "forward-access",
      when: allOf(byCredentials, whenMember("WorkgroupName")),
      resource: WORKGROUP,
      because: "without a secret the caller gets temporary credentials of the workgroup",
    },
    readsSecret("SecretArn"),
  ];
}
