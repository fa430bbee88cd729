import { expect, test } from "vitest";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import type { ServiceRules } from "../../src/services/define-service.ts";
import { keysOfPermission, onKeyOrAlias, reEncrypts, usesKey } from "../../src/services/kms-key.ts";
import { whenMemberEquals } from "../../src/services/rule-condition.ts";
import { exampleCall, permitNotation } from "./example-call.ts";

const PUT: ServiceRules = {
  sdkId: "SSM",
  operations: {
    PutParameter: {
      authorizedActions: usesKey({
        path: "KeyId",
        actions: ["Encrypt"],
        via: "ssm",
        when: whenMemberEquals("Type", "SecureString"),
      }),
      because: "of this test",
      see: "https://docs.aws.amazon.com/kms",
      examples: [{ input: {}, permits: [] }],
    },
  },
};

const authorize = createAuthorizer({ apis: openApiIndex(), authorization: openAuthorizationIndex(), rules: () => PUT });

const put = (input: Record<string, string>, members = Object.keys(input)) => {
  const call = exampleCall(
    { input: { Type: "SecureString", ...input }, permits: [], partition: "aws-cn", region: "cn-north-1" },
    { sdkId: "SSM", operation: "PutParameter", signingName: "ssm" },
  );
  return authorize({ ...call, members: ["Type", ...members] });
};

const VIA = "if kms:ViaService = ssm.cn-north-1.amazonaws.com.cn";
const ANY = "arn:aws-cn:kms:cn-north-1:123456789012:key/*";

test.each([
  ["an id", "1234abcd", `kms:Encrypt arn:aws-cn:kms:cn-north-1:123456789012:key/1234abcd ${VIA}`],
  ["an ARN", "arn:aws-cn:kms:cn-north-1:9:key/mrk-1", `kms:Encrypt arn:aws-cn:kms:cn-north-1:9:key/mrk-1 ${VIA}`],
  ["an alias", "alias/a/b", `kms:Encrypt ${ANY} if kms:ResourceAliases = alias/a/b ${VIA}`],
  ["an alias ARN", "arn:aws-cn:kms:cn-north-1:9:alias/a", `kms:Encrypt ${ANY} if kms:ResourceAliases = alias/a ${VIA}`],
])("uses the key given by %s, through the API that encrypts", (_, KeyId, expected) => {
  expect(put({ KeyId }).map(permitNotation)).toEqual([expected]);
});

test("says that the key is open where its id was not kept", () => {
  expect(put({}, ["KeyId"])).toMatchObject([
    { resources: [ANY], origin: "forward-access", widened: { reason: "key-unknown" } },
  ]);
});

const used = (input: Record<string, string>) => put(input).filter(({ origin }) => origin === "forward-access");

test("needs nothing for keys that AWS manages, without a key, or under another condition", () => {
  expect(used({ KeyId: "alias/aws/ssm" })).toEqual([]);
  expect(used({})).toEqual([]);
  expect(used({ KeyId: "1234abcd", Type: "String" })).toEqual([]);
});

test("writes a rule with its examples for each operation on a key or alias", () => {
  const rules = onKeyOrAlias(["Encrypt", "Sign"]);
  expect(Object.keys(rules)).toEqual(["Encrypt", "Sign"]);
  expect(rules["Sign"]?.authorizedActions.map(({ action }) => action)).toEqual(["kms:Sign", "kms:Sign", "kms:Sign"]);
});

test("a re-encryption asks for the key that the answer names, else for the request's", () => {
  const KMS: ServiceRules = {
    sdkId: "KMS",
    operations: {
      ReEncrypt: {
        authorizedActions: reEncrypts("ReEncryptFrom", "SourceKeyId", "source"),
        because: "of this test",
        see: "https://docs.aws.amazon.com/kms",
        examples: [{ input: {}, permits: [] }],
      },
    },
  };
  const ask = createAuthorizer({ apis: openApiIndex(), authorization: openAuthorizationIndex(), rules: () => KMS });
  const from = (input: Record<string, string>, answeredKeys: Record<string, string>) =>
    ask(
      exampleCall({ input, answeredKeys, permits: [] }, { sdkId: "KMS", operation: "ReEncrypt", signingName: "kms" }),
    ).map(permitNotation);
  const place = "kms:ReEncryptFrom arn:aws:kms:us-east-1:123456789012:key";

  expect(from({ SourceKeyId: "alias/a" }, { source: "1234abcd" })).toEqual([`${place}/1234abcd`]);
  expect(from({ SourceKeyId: "5678abcd" }, { key: "1234abcd" })).toEqual([`${place}/5678abcd`]);
  expect(from({ SourceKeyId: "alias/a" }, {})).toEqual([`${place}/* if kms:RequestAlias = alias/a`]);
});

test("a permission tells its key by ARN or alias, and any other action none", () => {
  const resources = ["arn:aws:kms:us-east-1:123456789012:key/1234abcd"];
  const conditions = { "ForAnyValue:StringEquals": { "kms:ResourceAliases": ["alias/a"] } };
  expect(keysOfPermission({ action: "kms:Decrypt", resources, conditions: {} })).toEqual(resources);
  expect(keysOfPermission({ action: "kms:Decrypt", resources: [`${resources}/*`], conditions })).toEqual(["alias/a"]);
  expect(keysOfPermission({ action: "sqs:SendMessage", resources, conditions })).toEqual([]);
});
