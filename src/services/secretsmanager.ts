/** AWS Secrets Manager: a secret's ARN ends in six characters that only AWS knows. */
import { defineService } from "./define-service.ts";
import { usesKey } from "./kms-key.ts";
import { whenMember } from "./rule-condition.ts";
import { arnIn, everyResource, filled, typed, untoldResource } from "./rule-resource.ts";
import { captured, type Fill, firstOf, joined, type MemberPath, member, ofCall, unknownPart } from "./rule-value.ts";

const SUFFIX = unknownPart("-??????", "suffix-assigned-by-aws", "six characters end a secret's ARN");

/** A secret by its name, its whole ARN, or an ARN that lacks the six characters. */
const secretFills = (path: MemberPath): readonly Fill[] => [
  { SecretId: captured(member(path), /^(arn:.+-[A-Za-z0-9]{6})$/) },
  {
    Region: firstOf(captured(member(path), /^arn:[^:]+:secretsmanager:([^:]+):/), ofCall("region")),
    Account: firstOf(captured(member(path), /^arn:[^:]+:secretsmanager:[^:]+:(\d+):/), ofCall("account")),
    SecretId: joined(captured(member(path), /^(?:arn:[^:]+:secretsmanager:[^:]+:\d+:secret:)?([^:]+)$/), SUFFIX),
  },
];

export default defineService({
  sdkId: "Secrets Manager",
  resources: {
    Secret: {
      filledBy: [...secretFills("SecretId"), { SecretId: joined(member("Name"), SUFFIX) }],
      because: "a hyphen and six characters follow the name; `-*` would match other secrets too",
      see: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html",
      examples: [
        {
          operation: "GetSecretValue",
          input: { SecretId: "db/password" },
          permits: [
            "secretsmanager:GetSecretValue arn:aws:secretsmanager:us-east-1:123456789012:secret:db/password-??????",
          ],
        },
        {
          operation: "GetSecretValue",
          input: { SecretId: "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-a1B2c3" },
          permits: ["secretsmanager:GetSecretValue arn:aws:secretsmanager:us-east-1:111122223333:secret:db-a1B2c3"],
        },
      ],
    },
  },
  operations: {
    BatchGetSecretValue: {
      authorizedActions: [
        { action: "secretsmanager:BatchGetSecretValue", resource: everyResource },
        {
          action: "secretsmanager:GetSecretValue",
          forEach: "SecretIdList[]",
          resource: filled("Secret", ...secretFills("SecretIdList[]")),
          origin: "dependent",
          because: "each secret of the list is read",
        },
        {
          action: "secretsmanager:GetSecretValue",
          resource: untoldResource("resource-in-answer", "the filter alone tells which secrets are read"),
          when: whenMember("Filters"),
          origin: "dependent",
          because: "each secret that passes the filter is read",
        },
        {
          action: "secretsmanager:ListSecrets",
          resource: everyResource,
          when: whenMember("Filters"),
          origin: "dependent",
          because: "a filter looks through all secrets",
        },
      ],
      because: "the batch needs a permission of its own beside those for its secrets",
      see: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_BatchGetSecretValue.html",
      examples: [
        {
          input: { SecretIdList: ["db"] },
          permits: [
            "secretsmanager:BatchGetSecretValue *",
            "secretsmanager:GetSecretValue arn:aws:secretsmanager:us-east-1:123456789012:secret:db-??????",
          ],
        },
        {
          input: { Filters: [{ Key: "name", Values: ["db"] }] },
          permits: [
            "secretsmanager:BatchGetSecretValue *",
            "secretsmanager:GetSecretValue *",
            "secretsmanager:ListSecrets *",
          ],
        },
      ],
    },
    CreateSecret: {
      authorizedActions: [
        { action: "secretsmanager:CreateSecret" },
        {
          action: "secretsmanager:TagResource",
          resource: typed("Secret"),
          when: whenMember("Tags"),
          origin: "dependent",
          because: "the new secret is tagged",
        },
        {
          action: "secretsmanager:ReplicateSecretToRegions",
          resource: typed("Secret"),
          when: whenMember("AddReplicaRegions"),
          origin: "dependent",
          because: "the new secret is replicated",
        },
        ...usesKey({ path: "KmsKeyId", actions: ["GenerateDataKey", "Decrypt"], via: "secretsmanager" }),
      ],
      because: "tags, replicas and the key of the new secret have actions of their own",
      see: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html",
      examples: [
        {
          input: { Name: "db", Tags: [], KmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/1234abcd" },
          permits: [
            "secretsmanager:CreateSecret arn:aws:secretsmanager:us-east-1:123456789012:secret:db-??????",
            "secretsmanager:TagResource arn:aws:secretsmanager:us-east-1:123456789012:secret:db-??????",
            "kms:GenerateDataKey arn:aws:kms:us-east-1:123456789012:key/1234abcd if kms:ViaService = secretsmanager.us-east-1.amazonaws.com",
            "kms:Decrypt arn:aws:kms:us-east-1:123456789012:key/1234abcd if kms:ViaService = secretsmanager.us-east-1.amazonaws.com",
          ],
        },
      ],
    },
    UpdateSecret: {
      authorizedActions: [
        { action: "secretsmanager:UpdateSecret" },
        ...usesKey({ path: "KmsKeyId", actions: ["GenerateDataKey", "Encrypt", "Decrypt"], via: "secretsmanager" }),
      ],
      because: "a secret that gets another key is encrypted anew",
      see: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecret.html",
      examples: [
        {
          input: { SecretId: "db", KmsKeyId: "1234abcd" },
          permits: [
            "secretsmanager:UpdateSecret arn:aws:secretsmanager:us-east-1:123456789012:secret:db-??????",
            "kms:GenerateDataKey arn:aws:kms:us-east-1:123456789012:key/1234abcd if kms:ViaService = secretsmanager.us-east-1.amazonaws.com",
            "kms:Encrypt arn:aws:kms:us-east-1:123456789012:key/1234abcd if kms:ViaService = secretsmanager.us-east-1.amazonaws.com",
            "kms:Decrypt arn:aws:kms:us-east-1:123456789012:key/1234abcd if kms:ViaService = secretsmanager.us-east-1.amazonaws.com",
          ],
        },
        {
          input: { SecretId: "db" },
          permits: ["secretsmanager:UpdateSecret arn:aws:secretsmanager:us-east-1:123456789012:secret:db-??????"],
        },
      ],
    },
    RotateSecret: {
      authorizedActions: [
        { action: "secretsmanager:RotateSecret" },
        {
          action: "lambda:InvokeFunction",
          resource: arnIn("RotationLambdaARN"),
          when: whenMember("RotationLambdaARN"),
          origin: "forward-access",
          because: "the caller must be allowed to invoke the function that rotates the secret",
        },
      ],
      because: "rotation by a function needs the permission to invoke it",
      see: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html",
      examples: [
        {
          input: { SecretId: "db" },
          permits: ["secretsmanager:RotateSecret arn:aws:secretsmanager:us-east-1:123456789012:secret:db-??????"],
        },
        {
          input: { SecretId: "db", RotationLambdaARN: "arn:aws:lambda:us-east-1:123456789012:function:rotate" },
          permits: [
            "secretsmanager:RotateSecret arn:aws:secretsmanager:us-east-1:123456789012:secret:db-??????",
            "lambda:InvokeFunction arn:aws:lambda:us-east-1:123456789012:function:rotate",
          ],
        },
      ],
    },
    ValidateResourcePolicy: {
      authorizedActions: [{ action: ["secretsmanager:ValidateResourcePolicy", "secretsmanager:PutResourcePolicy"] }],
      because: "a policy is validated as if it were put",
      see: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ValidateResourcePolicy.html",
      examples: [
        {
          input: { SecretId: "db", ResourcePolicy: "{}" },
          permits: [
            "secretsmanager:ValidateResourcePolicy arn:aws:secretsmanager:us-east-1:123456789012:secret:db-??????",
            "secretsmanager:PutResourcePolicy arn:aws:secretsmanager:us-east-1:123456789012:secret:db-??????",
          ],
        },
      ],
    },
  },
});
