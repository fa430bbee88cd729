/** Amazon Redshift: credentials that make users and join groups, snapshots of a cluster, the lakehouse. */
import { defineService } from "./define-service.ts";
import { usesKey } from "./kms-key.ts";
import { managesPassword, SECRET_PERMITS } from "./redshift-secrets.ts";
import snapshots from "./redshift-snapshots.ts";
import { whenMember, whenMemberEquals } from "./rule-condition.ts";
import { bothOf, everyResource, filled, newResource, typed } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

export default defineService({
  sdkId: "Redshift",
  besides: [
    {
      authorizedActions: [...usesKey({ path: "KmsKeyId", actions: ["CreateGrant", "DescribeKey"], via: "redshift" })],
      because: "a cluster under a customer managed key is granted the use of the key",
      see: "https://docs.aws.amazon.com/redshift/latest/mgmt/security-server-side-encryption.html",
      examples: [
        {
          operation: "CreateCluster",
          input: { ClusterIdentifier: "sales", KmsKeyId: "1234abcd" },
          permits: [
            "redshift:CreateCluster arn:aws:redshift:us-east-1:123456789012:cluster:sales",
            "kms:CreateGrant arn:aws:kms:us-east-1:123456789012:key/1234abcd if kms:ViaService = redshift.us-east-1.amazonaws.com",
            "kms:DescribeKey arn:aws:kms:us-east-1:123456789012:key/1234abcd if kms:ViaService = redshift.us-east-1.amazonaws.com",
          ],
        },
        {
          operation: "CreateCluster",
          input: { ClusterIdentifier: "sales" },
          permits: ["redshift:CreateCluster arn:aws:redshift:us-east-1:123456789012:cluster:sales"],
        },
      ],
    },
    managesPassword({
      asked: "ManageMasterPassword",
      keyId: "MasterPasswordSecretKmsKeyId",
      examples: [
        {
          operation: "ModifyCluster",
          input: { ClusterIdentifier: "sales", ManageMasterPassword: true },
          permits: ["redshift:ModifyCluster arn:aws:redshift:us-east-1:123456789012:cluster:sales", ...SECRET_PERMITS],
        },
        {
          operation: "ModifyCluster",
          input: { ClusterIdentifier: "sales", ManageMasterPassword: false },
          permits: [
            "redshift:ModifyCluster arn:aws:redshift:us-east-1:123456789012:cluster:sales",
            "secretsmanager:DeleteSecret arn:aws:secretsmanager:us-east-1:123456789012:secret:redshift!*",
          ],
        },
      ],
    }),
  ],
  operations: {
    CreateUsageLimit: {
      authorizedActions: [
        {
          action: "redshift:CreateUsageLimit",
          resource: bothOf(newResource("usagelimit"), filled("cluster", { ClusterName: member("ClusterIdentifier") })),
        },
      ],
      because: "a limit is set on the use of a cluster",
      see: "https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateUsageLimit.html",
      examples: [
        {
          input: { ClusterIdentifier: "sales", FeatureType: "spectrum", LimitType: "time", Amount: 1 },
          permits: [
            "redshift:CreateUsageLimit arn:aws:redshift:us-east-1:123456789012:cluster:sales",
            "redshift:CreateUsageLimit arn:aws:redshift:us-east-1:123456789012:usagelimit:*",
          ],
        },
      ],
    },
    ...snapshots,
    GetClusterCredentials: {
      authorizedActions: [
        {
          action: "redshift:GetClusterCredentials",
          resource: bothOf(
            typed("dbuser"),
            filled("dbname", { ClusterName: member("ClusterIdentifier"), DbName: member("DbName") }),
          ),
        },
        {
          action: "redshift:CreateClusterUser",
          origin: "dependent",
          when: whenMemberEquals("AutoCreate", true),
          resource: filled("dbuser", { ClusterName: member("ClusterIdentifier"), DbUser: member("DbUser") }),
          because: "a user that does not exist is made",
        },
        {
          action: "redshift:JoinGroup",
          origin: "dependent",
          when: whenMember("DbGroups"),
          resource: filled("dbgroup", { ClusterName: member("ClusterIdentifier"), DbGroup: member("DbGroups[]") }),
          because: "the user joins the groups that the request names",
        },
      ],
      because: "credentials are for a user, a database and groups of the cluster",
      see: "https://docs.aws.amazon.com/redshift/latest/APIReference/API_GetClusterCredentials.html",
      examples: [
        {
          input: { ClusterIdentifier: "sales", DbUser: "etl", DbName: "dev" },
          permits: [
            "redshift:GetClusterCredentials arn:aws:redshift:us-east-1:123456789012:dbname:sales/dev + arn:aws:redshift:us-east-1:123456789012:dbuser:sales/etl",
          ],
        },
        {
          input: { ClusterIdentifier: "sales", DbUser: "etl", AutoCreate: true, DbGroups: ["readers"] },
          permits: [
            "redshift:GetClusterCredentials arn:aws:redshift:us-east-1:123456789012:dbuser:sales/etl",
            "redshift:CreateClusterUser arn:aws:redshift:us-east-1:123456789012:dbuser:sales/etl",
            "redshift:JoinGroup arn:aws:redshift:us-east-1:123456789012:dbgroup:sales/readers",
          ],
        },
      ],
    },
    ModifyLakehouseConfiguration: {
      authorizedActions: [
        {
          action: "redshift:RegisterNamespace",
          when: whenMemberEquals("LakehouseRegistration", "Register"),
          resource: everyResource,
        },
        {
          action: "redshift:DeregisterNamespace",
          when: whenMemberEquals("LakehouseRegistration", "Deregister"),
          resource: everyResource,
        },
      ],
      because: "the lakehouse is configured by registering or deregistering the cluster's namespace",
      see: "https://docs.aws.amazon.com/redshift/latest/APIReference/API_ModifyLakehouseConfiguration.html",
      unconfirmed: true,
      examples: [
        {
          input: { ClusterIdentifier: "sales", LakehouseRegistration: "Register" },
          permits: ["redshift:RegisterNamespace *"],
        },
        {
          input: { ClusterIdentifier: "sales", LakehouseRegistration: "Deregister" },
          permits: ["redshift:DeregisterNamespace *"],
        },
      ],
    },
  },
});
