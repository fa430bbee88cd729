/** DynamoDB: tables that are encrypted under a key of the customer. */
import { operationRules } from "./define-service.ts";
import { usesKey } from "./kms-key.ts";

export default operationRules({
  CreateTable: {
    authorizedActions: [
      { action: "dynamodb:CreateTable" },
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
      ...usesKey({ path: "SSESpecification.KMSMasterKeyId", actions: ["DescribeKey", "CreateGrant"], via: "dynamodb" }),
    ],
    because: "a table under a customer managed key is granted the use of the key",
    see: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html",
    examples: [
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
