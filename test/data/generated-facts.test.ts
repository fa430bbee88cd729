/** Facts about AWS that decoding and authorization lean on, looked up in the committed data. */
import { expect, test } from "vitest";
import type { MemberModel } from "../../src/data/api-index.ts";
import { openApiIndex } from "../../src/data/open-api-index.ts";

const apis = openApiIndex();

function operation(client: string, name: string) {
  const found = apis.load(client).operations.get(name);
  if (found === undefined) throw new Error(`no ${client}:${name}`);
  return found;
}

function member(client: string, name: string, path: string): MemberModel {
  let members: readonly MemberModel[] = operation(client, name).members;
  let found: MemberModel | undefined;
  for (const part of path.split(".")) {
    found = members.find((candidate) => candidate.name === part);
    members = found?.members ?? [];
  }
  if (found === undefined) throw new Error(`no ${client}:${name} ${path}`);
  return found;
}

test("S3's templates hold the bucket and the greedy key", () => {
  const { method, path, query } = operation("s3", "CreateMultipartUpload");

  expect([method, path, query]).toEqual(["POST", "/{Bucket}/{Key+}", [["uploads", undefined]]]);
});

test("a query API's forms use the model's names", () => {
  expect(apis.withSdkId("IAM")?.protocols).toEqual(["query"]);
  expect(member("iam", "GetRole", "RoleName")).toMatchObject({ wireName: "RoleName", required: true, keep: true });
});

test("ec2 capitalises location names and sends lists under the name of their entries", () => {
  expect(member("ec2", "RunInstances", "SecurityGroupIds").wireName).toBe("SecurityGroupId");
  expect(member("ec2", "CreateSubnet", "DryRun").wireName).toBe("DryRun");
  expect(member("ec2", "RunInstances", "NetworkInterfaces.SubnetId").wireName).toBe("SubnetId");
  expect(member("ec2", "RunInstances", "TagSpecifications.Tags").wireName).toBe("Tag");
});

test("APIs that speak several protocols list them all, their first choice first", () => {
  expect(apis.withSdkId("CloudWatch")?.protocols).toEqual(["rpc-v2-cbor", "json", "query"]);
  expect(apis.withSdkId("SQS")?.protocols).toEqual(["json", "query"]);
  expect(apis.withSdkId("CloudWatch")?.targetPrefix).toBe("GraniteServiceVersion20100801");
});

test("SQS keeps the form names that old SDKs send", () => {
  expect(member("sqs", "SendMessageBatch", "Entries")).toMatchObject({
    wireName: "Entries",
    queryName: "SendMessageBatchRequestEntry",
    flattened: true,
  });
  expect(member("sqs", "ReceiveMessage", "AttributeNames").queryName).toBe("AttributeName");
  expect(member("sqs", "SetQueueAttributes", "Attributes").queryName).toBe("Attribute");
});

test("a payload structure can be read by name", () => {
  expect(member("s3", "DeleteObjects", "Delete")).toMatchObject({ location: "payload", type: "structure" });
  expect(member("s3", "DeleteObjects", "Delete.Objects")).toMatchObject({ wireName: "Object", flattened: true });
  expect(member("s3", "DeleteObjects", "Delete.Objects.Key").keep).toBe(true);
  expect(member("s3", "PutBucketTagging", "Tagging.TagSet")).toMatchObject({ itemName: "Tag", itemType: "structure" });
});

test.each([
  ["dynamodb", "TransactWriteItems", "TransactItems.Put.TableName"],
  ["ecs", "RunTask", "overrides.taskRoleArn"],
  ["lambda", "CreateFunction", "Role"],
  ["sqs", "SendMessage", "QueueUrl"],
  ["kms", "Decrypt", "KeyId"],
  ["ec2", "CreateTags", "Resources"],
  ["ec2", "RunInstances", "TagSpecifications.ResourceType"],
  ["ec2", "RunInstances", "TagSpecifications.Tags.Key"],
  ["s3", "CopyObject", "CopySource"],
  ["lambda", "Invoke", "Qualifier"],
  ["secretsmanager", "GetSecretValue", "SecretId"],
  ["events", "PutEvents", "Entries.EventBusName"],
])("keeps %s %s %s", (client, name, path) => {
  expect(member(client, name, path).keep).toBe(true);
});

test.each([
  ["sqs", "SendMessage", "MessageBody"],
  ["s3", "PutObject", "Body"],
  ["ec2", "RunInstances", "UserData"],
  ["secretsmanager", "PutSecretValue", "SecretString"],
  ["sts", "AssumeRoleWithWebIdentity", "WebIdentityToken"],
  ["iam", "CreatePolicy", "PolicyDocument"],
  ["dynamodb", "PutItem", "Item"],
  ["rds", "CreateDBInstance", "MasterUserPassword"],
  ["ec2", "RunInstances", "ClientToken"],
  ["lambda", "CreateFunction", "Environment"],
])("does not keep %s %s %s", (client, name, path) => {
  expect(member(client, name, path).keep).toBe(false);
});

test("knows which operations go without a signature", () => {
  expect(operation("cognito-idp", "SignUp").auth).toBe("none");
  expect(operation("sts", "AssumeRoleWithSAML").auth).toBe("none");
  expect(operation("codecatalyst", "GetUserDetails").auth).toBe("bearer");
  expect(operation("sts", "AssumeRole").auth).toBeUndefined();
  expect(apis.withSdkId("STS")?.unsigned).toBe(true);
  expect(apis.withSdkId("SQS")?.unsigned).toBeUndefined();
});

test("host prefixes and further host stems are known", () => {
  expect(operation("s3control", "GetAccessPoint").hostPrefix).toBe("{AccountId}.");
  expect(apis.withSdkId("SES")?.endpointPrefix).toBe("email");
  expect(apis.withSdkId("SQS")?.hostPrefixes).toEqual(["queue"]);
  expect(apis.withSdkId("IoT Data Plane")?.hostPrefixes).toEqual(["data.ats.iot", "data.iot"]);
  expect(apis.withSdkId("Bedrock")?.hostPrefixes).toBeUndefined();
});

test("signature version 2 is marked where the model still names it", () => {
  const legacy = apis.entries.flatMap(({ sdkId, legacySignature }) =>
    legacySignature === undefined ? [] : [`${sdkId} ${legacySignature}`],
  );

  expect(legacy.sort()).toEqual(["ImportExport v2", "S3 v2-storage", "SimpleDB v2"]);
});
