/** Amazon Redshift Serverless: names in requests, ids in ARNs; the lakehouse is configured under Redshift's actions. */
import { defineService } from "./define-service.ts";
import { usesKey } from "./kms-key.ts";
import { knownByIdOnly } from "./known-by-id.ts";
import { managesPassword, SECRET_PERMITS } from "./redshift-secrets.ts";
import { whenMember, whenMemberEquals } from "./rule-condition.ts";
import { bothOf, everyResource, newResource, typed } from "./rule-resource.ts";

export default defineService({
  sdkId: "Redshift Serverless",
  resources: knownByIdOnly(
    {
      namespace: {
        variable: "NamespaceId",
        members: ["namespaceName"],
        operation: "GetNamespace",
        permit: "redshift-serverless:GetNamespace arn:aws:redshift-serverless:us-east-1:123456789012:namespace/*",
      },
      workgroup: {
        variable: "WorkgroupId",
        members: ["workgroupName", "workgroupNames"],
        operation: "GetWorkgroup",
        permit: "redshift-serverless:GetWorkgroup arn:aws:redshift-serverless:us-east-1:123456789012:workgroup/*",
      },
      snapshot: {
        variable: "SnapshotId",
        members: ["snapshotName"],
        operation: "DeleteSnapshot",
        permit: "redshift-serverless:DeleteSnapshot arn:aws:redshift-serverless:us-east-1:123456789012:snapshot/*",
      },
    },
    "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonredshiftserverless.html",
  ),
  besides: [
    {
      authorizedActions: [
        ...usesKey({ path: "kmsKeyId", actions: ["CreateGrant", "DescribeKey"], via: "redshift-serverless" }),
      ],
      because: "a namespace under a customer managed key is granted the use of the key",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonredshiftserverless.html",
      examples: [
        {
          operation: "CreateNamespace",
          input: { namespaceName: "sales", kmsKeyId: "1234abcd" },
          permits: [
            "redshift-serverless:CreateNamespace arn:aws:redshift-serverless:us-east-1:123456789012:namespace/*",
            "kms:CreateGrant arn:aws:kms:us-east-1:123456789012:key/1234abcd if kms:ViaService = redshift-serverless.us-east-1.amazonaws.com",
            "kms:DescribeKey arn:aws:kms:us-east-1:123456789012:key/1234abcd if kms:ViaService = redshift-serverless.us-east-1.amazonaws.com",
          ],
        },
      ],
    },
    managesPassword({
      asked: "manageAdminPassword",
      keyId: "adminPasswordSecretKmsKeyId",
      examples: [
        {
          operation: "CreateNamespace",
          input: { namespaceName: "sales", manageAdminPassword: true },
          permits: [
            "redshift-serverless:CreateNamespace arn:aws:redshift-serverless:us-east-1:123456789012:namespace/*",
            ...SECRET_PERMITS,
          ],
        },
      ],
    }),
  ],
  operations: {
    CreateScheduledAction: {
      authorizedActions: [
        { action: "redshift-serverless:CreateScheduledAction" },
        {
          action: "redshift-serverless:CreateSnapshot",
          origin: "dependent",
          when: whenMember("targetAction.createSnapshot"),
          resource: bothOf(typed("namespace"), newResource("snapshot")),
          because: "the action that is scheduled makes snapshots",
        },
      ],
      because: "scheduling an action needs the permission for it",
      see: "https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_CreateScheduledAction.html",
      examples: [
        {
          input: { namespaceName: "sales", targetAction: { createSnapshot: { namespaceName: "sales" } } },
          permits: [
            "redshift-serverless:CreateScheduledAction arn:aws:redshift-serverless:us-east-1:123456789012:namespace/*",
            "redshift-serverless:CreateSnapshot arn:aws:redshift-serverless:us-east-1:123456789012:namespace/*",
            "redshift-serverless:CreateSnapshot arn:aws:redshift-serverless:us-east-1:123456789012:snapshot/*",
          ],
        },
      ],
    },
    UpdateLakehouseConfiguration: {
      authorizedActions: [
        {
          action: "redshift:RegisterNamespace",
          when: whenMemberEquals("lakehouseRegistration", "Register"),
          resource: everyResource,
        },
        {
          action: "redshift:DeregisterNamespace",
          when: whenMemberEquals("lakehouseRegistration", "Deregister"),
          resource: everyResource,
        },
      ],
      because: "the lakehouse is configured by registering or deregistering the namespace",
      see: "https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_UpdateLakehouseConfiguration.html",
      unconfirmed: true,
      examples: [
        {
          input: { namespaceName: "sales", lakehouseRegistration: "Register" },
          permits: ["redshift:RegisterNamespace *"],
        },
      ],
    },
  },
});
