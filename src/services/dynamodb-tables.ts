/** DynamoDB: tables that are encrypted under a key of the customer. */
import { type AuthorizedAction, operationRules } from "./define-service.ts";
import { usesKey } from "./kms-key.ts";
import { whenMember } from "./rule-condition.ts";
import { filled, typed } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

export default operationRules({
  CreateTable: {
    authorizedActions: [
      { action: "dynamodb:CreateTable" },
      {
        action: "dynamodb:PutResourcePolicy",
        resource: typed("table"),
        when: whenMember("ResourcePolicy"),
        origin: "dependent",
        because: "the new table gets a resource policy",
      },
      ...usesKey({ path: "SSESpecification.KMSMasterKeyId", actions: ["DescribeKey", "CreateGrant"], via: "dynamodb" }),
    ],
    because: "a table under a customer managed key is granted the use of the key",
    see: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html",
    examples: [
      {
        input: { TableName: "photos" },
        permits: ["dynamodb:CreateTable arn:aws:dynamodb:us-east-1:123456789012:table/photos"],
      },
      {
        input: { TableName: "photos", ResourcePolicy: "{}" },
        permits: [
          "dynamodb:CreateTable arn:aws:dynamodb:us-east-1:123456789012:table/photos",
          "dynamodb:PutResourcePolicy arn:aws:dynamodb:us-east-1:123456789012:table/photos",
        ],
      },
      {
        input: {
          TableName: "photos",
          SSESpecification: { KMSMasterKeyId: "arn:aws:kms:us-east-1:123456789012:key/1234abcd" },
        },
        permits: [
          "dynamodb:CreateTable arn:aws:dynamodb:us-east-1:123456789012:table/photos",
          "kms:DescribeKey arn:aws:kms:us-east-1:123456789012:key/1234abcd if kms:ViaService = dynamodb.us-east-1.amazonaws.com",
          "kms:CreateGrant arn:aws:kms:us-east-1:123456789012:key/1234abcd if kms:ViaService = dynamodb.us-east-1.amazonaws.com",
        ],
      },
    ],
  },
  UpdateTable: {
    authorizedActions: [
      { action: "dynamodb:UpdateTable" },
      {
        action: "dynamodb:CreateTableReplica",
        resource: typed("table"),
        when: whenMember("ReplicaUpdates[].Create"),
        origin: "dependent",
        because: "the table gets a replica",
      },
      {
        action: [
          "dynamodb:BatchWriteItem",
          "dynamodb:CreateTable",
          "dynamodb:DeleteItem",
          "dynamodb:GetItem",
          "dynamodb:PutItem",
          "dynamodb:Query",
          "dynamodb:Scan",
          "dynamodb:UpdateItem",
        ],
        resource: filled("table", {
          Region: member("ReplicaUpdates[].Create.RegionName"),
          TableName: member("TableName"),
        }),
        forEach: "ReplicaUpdates[].Create",
        origin: "dependent",
        because: "the replica is made and filled with the caller's permissions",
      },
      ...["Create", "Delete"].map(
        (verb): AuthorizedAction => ({
          action: `dynamodb:${verb}GlobalTableWitness`,
          resource: typed("table"),
          when: whenMember(`GlobalTableWitnessUpdates[].${verb}`),
          origin: "dependent",
          because: "the global table gets or loses a witness",
        }),
      ),
      {
        action: "dynamodb:DeleteTableReplica",
        resource: typed("table"),
        when: whenMember("ReplicaUpdates[].Delete"),
        origin: "dependent",
        because: "the table loses a replica",
      },
      ...usesKey({ path: "SSESpecification.KMSMasterKeyId", actions: ["DescribeKey", "CreateGrant"], via: "dynamodb" }),
    ],
    because: "replicas and keys that the update brings have actions of their own",
    see: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/gt_IAM.html",
    examples: [
      {
        input: { TableName: "photos", ReplicaUpdates: [{ Create: { RegionName: "eu-west-1" } }] },
        permits: [
          "dynamodb:UpdateTable arn:aws:dynamodb:us-east-1:123456789012:table/photos",
          "dynamodb:CreateTableReplica arn:aws:dynamodb:us-east-1:123456789012:table/photos",
          "dynamodb:BatchWriteItem arn:aws:dynamodb:eu-west-1:123456789012:table/photos",
          "dynamodb:CreateTable arn:aws:dynamodb:eu-west-1:123456789012:table/photos",
          "dynamodb:DeleteItem arn:aws:dynamodb:eu-west-1:123456789012:table/photos",
          "dynamodb:GetItem arn:aws:dynamodb:eu-west-1:123456789012:table/photos",
          "dynamodb:PutItem arn:aws:dynamodb:eu-west-1:123456789012:table/photos",
          "dynamodb:Query arn:aws:dynamodb:eu-west-1:123456789012:table/photos",
          "dynamodb:Scan arn:aws:dynamodb:eu-west-1:123456789012:table/photos",
          "dynamodb:UpdateItem arn:aws:dynamodb:eu-west-1:123456789012:table/photos",
        ],
      },
      {
        input: { TableName: "photos", GlobalTableWitnessUpdates: [{ Create: { RegionName: "eu-west-1" } }] },
        permits: [
          "dynamodb:UpdateTable arn:aws:dynamodb:us-east-1:123456789012:table/photos",
          "dynamodb:CreateGlobalTableWitness arn:aws:dynamodb:us-east-1:123456789012:table/photos",
        ],
      },
      {
        input: { TableName: "photos", ReplicaUpdates: [{ Delete: { RegionName: "eu-west-1" } }] },
        permits: [
          "dynamodb:UpdateTable arn:aws:dynamodb:us-east-1:123456789012:table/photos",
          "dynamodb:DeleteTableReplica arn:aws:dynamodb:us-east-1:123456789012:table/photos",
        ],
      },
      {
        input: { TableName: "photos", SSESpecification: { KMSMasterKeyId: "1234abcd" } },
        permits: [
          "dynamodb:UpdateTable arn:aws:dynamodb:us-east-1:123456789012:table/photos",
          "kms:DescribeKey arn:aws:kms:us-east-1:123456789012:key/1234abcd if kms:ViaService = dynamodb.us-east-1.amazonaws.com",
          "kms:CreateGrant arn:aws:kms:us-east-1:123456789012:key/1234abcd if kms:ViaService = dynamodb.us-east-1.amazonaws.com",
        ],
      },
    ],
  },
});
