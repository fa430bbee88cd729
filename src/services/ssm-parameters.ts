/** Systems Manager: several parameters at once, paths, secrets behind parameters, and keys of secure strings. */
import { authorizedAs, operationRules } from "./define-service.ts";
import { usesKey } from "./kms-key.ts";
import { allOf, unless, whenMemberEquals } from "./rule-condition.ts";
import { filled } from "./rule-resource.ts";
import { member } from "./rule-value.ts";
import { parameterFills } from "./ssm-names.ts";
import { PATH_AND_BELOW, secretBehind } from "./ssm-paths.ts";
import { TAGGED } from "./ssm-tagged.ts";

const IS_SECURE = whenMemberEquals("Type", "SecureString");
/** Advanced parameters are encrypted under a data key, standard ones under the key itself. */
const IS_ADVANCED = whenMemberEquals("Tier", "Advanced");
const MAY_BE_ADVANCED = whenMemberEquals("Tier", "Advanced", "Intelligent-Tiering");

export default operationRules({
  GetParameter: {
    authorizedActions: [{ action: "ssm:GetParameter" }, secretBehind("Name")],
    because: "a parameter below `/aws/reference/secretsmanager` is a secret",
    see: "https://docs.aws.amazon.com/systems-manager/latest/userguide/integration-ps-secretsmanager.html",
    examples: [
      {
        input: { Name: "/aws/reference/secretsmanager/db", WithDecryption: true },
        permits: [
          "ssm:GetParameter arn:aws:ssm:us-east-1:123456789012:parameter/aws/reference/secretsmanager/db",
          "secretsmanager:GetSecretValue arn:aws:secretsmanager:us-east-1:123456789012:secret:db-??????",
        ],
      },
      {
        input: { Name: "/app/db" },
        permits: ["ssm:GetParameter arn:aws:ssm:us-east-1:123456789012:parameter/app/db"],
      },
    ],
  },
  GetParameters: {
    authorizedActions: [
      {
        action: "ssm:GetParameters",
        forEach: "Names[]",
        resource: filled("parameter", ...parameterFills(member("Names[]"))),
      },
      { ...secretBehind("Names[]"), forEach: "Names[]" },
    ],
    because: "each of the parameters is checked",
    see: "https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html",
    examples: [
      {
        input: { Names: ["a", "/b/c:2", "/aws/service/ami", "arn:aws:ssm:us-east-1:111122223333:parameter/shared"] },
        permits: [
          "ssm:GetParameters arn:aws:ssm:us-east-1:111122223333:parameter/shared + arn:aws:ssm:us-east-1:123456789012:parameter/a + arn:aws:ssm:us-east-1:123456789012:parameter/b/c + arn:aws:ssm:us-east-1::parameter/aws/service/ami",
        ],
      },
      {
        input: { Names: ["/aws/reference/secretsmanager/db"] },
        permits: [
          "ssm:GetParameters arn:aws:ssm:us-east-1:123456789012:parameter/aws/reference/secretsmanager/db",
          "secretsmanager:GetSecretValue arn:aws:secretsmanager:us-east-1:123456789012:secret:db-??????",
        ],
      },
    ],
  },
  DeleteParameters: {
    authorizedActions: [
      {
        action: "ssm:DeleteParameters",
        forEach: "Names[]",
        resource: filled("parameter", ...parameterFills(member("Names[]"))),
      },
    ],
    because: "each of the parameters is checked",
    see: "https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html",
    examples: [
      {
        input: { Names: ["a", "/b/c"] },
        permits: [
          "ssm:DeleteParameters arn:aws:ssm:us-east-1:123456789012:parameter/a + arn:aws:ssm:us-east-1:123456789012:parameter/b/c",
        ],
      },
    ],
  },
  GetParametersByPath: {
    authorizedActions: [
      {
        action: "ssm:GetParametersByPath",
        resource: PATH_AND_BELOW,
      },
    ],
    because: "a path is read with everything below it",
    see: "https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html",
    examples: [
      {
        input: { Path: "/app/db" },
        permits: [
          "ssm:GetParametersByPath arn:aws:ssm:us-east-1:123456789012:parameter/app/db + arn:aws:ssm:us-east-1:123456789012:parameter/app/db/*",
        ],
      },
      {
        input: { Path: "/aws/service/ami/" },
        permits: [
          "ssm:GetParametersByPath arn:aws:ssm:us-east-1::parameter/aws/service/ami + arn:aws:ssm:us-east-1::parameter/aws/service/ami/*",
        ],
      },
      { input: { Path: "/" }, permits: ["ssm:GetParametersByPath arn:aws:ssm:us-east-1:123456789012:parameter/*"] },
    ],
  },
  PutParameter: {
    authorizedActions: [
      { action: "ssm:PutParameter" },
      ...usesKey({ path: "KeyId", actions: ["Encrypt"], via: "ssm", when: allOf(IS_SECURE, unless(IS_ADVANCED)) }),
      ...usesKey({ path: "KeyId", actions: ["GenerateDataKey"], via: "ssm", when: allOf(IS_SECURE, MAY_BE_ADVANCED) }),
    ],
    because: "a secure string is encrypted under the key that the request names",
    see: "https://docs.aws.amazon.com/kms/latest/developerguide/services-parameter-store.html",
    examples: [
      {
        input: { Name: "/app/db/password", Type: "SecureString", KeyId: "1234abcd" },
        permits: [
          "ssm:PutParameter arn:aws:ssm:us-east-1:123456789012:parameter/app/db/password",
          "kms:Encrypt arn:aws:kms:us-east-1:123456789012:key/1234abcd if kms:ViaService = ssm.us-east-1.amazonaws.com",
        ],
      },
      {
        input: { Name: "/app/db/password", Type: "SecureString", KeyId: "1234abcd", Tier: "Advanced" },
        permits: [
          "ssm:PutParameter arn:aws:ssm:us-east-1:123456789012:parameter/app/db/password",
          "kms:GenerateDataKey arn:aws:kms:us-east-1:123456789012:key/1234abcd if kms:ViaService = ssm.us-east-1.amazonaws.com",
        ],
      },
      {
        input: { Name: "/app/db/password", Type: "SecureString", KeyId: "1234abcd", Tier: "Intelligent-Tiering" },
        permits: [
          "ssm:PutParameter arn:aws:ssm:us-east-1:123456789012:parameter/app/db/password",
          "kms:Encrypt arn:aws:kms:us-east-1:123456789012:key/1234abcd if kms:ViaService = ssm.us-east-1.amazonaws.com",
          "kms:GenerateDataKey arn:aws:kms:us-east-1:123456789012:key/1234abcd if kms:ViaService = ssm.us-east-1.amazonaws.com",
        ],
      },
    ],
  },
  ...authorizedAs(
    {
      AddTagsToResource: "AddTagsToResource",
      RemoveTagsFromResource: "RemoveTagsFromResource",
      ListTagsForResource: "ListTagsForResource",
    },
    {
      servicePrefix: "ssm",
      resource: TAGGED,
      because: "what is tagged is given by kind and id",
      see: "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_AddTagsToResource.html",
      example: {
        input: { ResourceType: "Parameter", ResourceId: "/app/db" },
        on: "arn:aws:ssm:us-east-1:123456789012:parameter/app/db",
      },
    },
  ),
});
