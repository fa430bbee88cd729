/** AWS Systems Manager: parameters by name, path or ARN; their ARN has one slash where the name begins. */
import { defineService } from "./define-service.ts";
import { usesKey } from "./kms-key.ts";
import { whenMemberEquals } from "./rule-condition.ts";
import { bothOf, filled } from "./rule-resource.ts";
import { captured, firstOf, joined, matching, member, verbatim } from "./rule-value.ts";

export default defineService({
  sdkId: "SSM",
  resources: {
    parameter: {
      filledBy: [
        matching(
          firstOf(member("Name"), member("Names[]")),
          /^arn:[^:]+:ssm:(?<Region>[^:]+):(?<Account>\d*):parameter\/(?<ParameterNameWithoutLeadingSlash>[^:]+)/,
        ),
        matching(firstOf(member("Name"), member("Names[]")), /^\/?(?<ParameterNameWithoutLeadingSlash>(?!arn:)[^:]+)/),
      ],
      because: "the ARN holds the name without version, label and leading slash",
      see: "https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html",
      examples: [
        {
          operation: "GetParameter",
          input: { Name: "/app/db/url:3" },
          permits: ["ssm:GetParameter arn:aws:ssm:us-east-1:123456789012:parameter/app/db/url"],
        },
        {
          operation: "GetParameters",
          input: { Names: ["a", "/b/c"] },
          permits: [
            "ssm:GetParameters arn:aws:ssm:us-east-1:123456789012:parameter/a + arn:aws:ssm:us-east-1:123456789012:parameter/b/c",
          ],
        },
        {
          operation: "GetParameter",
          input: { Name: "arn:aws:ssm:eu-west-1:111122223333:parameter/shared/a" },
          permits: ["ssm:GetParameter arn:aws:ssm:eu-west-1:111122223333:parameter/shared/a"],
        },
      ],
    },
  },
  operations: {
    GetParametersByPath: {
      authorizedActions: [
        {
          action: "ssm:GetParametersByPath",
          resource: bothOf(
            filled("parameter", { ParameterNameWithoutLeadingSlash: captured(member("Path"), /^\/?(.+?)\/?$/) }),
            filled(
              "parameter",
              {
                ParameterNameWithoutLeadingSlash: joined(captured(member("Path"), /^\/(.+?)\/?$/), verbatim("/*")),
              },
              { ParameterNameWithoutLeadingSlash: verbatim("*") },
            ),
          ),
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
      ],
    },
    PutParameter: {
      authorizedActions: [
        { action: "ssm:PutParameter" },
        ...usesKey({
          path: "KeyId",
          actions: ["Encrypt"],
          via: "ssm",
          when: whenMemberEquals("Type", "SecureString"),
        }),
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
      ],
    },
  },
});
