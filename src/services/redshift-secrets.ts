/** Both kinds of Amazon Redshift: a managed admin password is a secret, which is made and kept with the caller's permissions. */
import type { OperationRule, RuleExample } from "./define-service.ts";
import { usesKey } from "./kms-key.ts";
import { whenMemberEquals } from "./rule-condition.ts";
import { filled } from "./rule-resource.ts";
import { type MemberPath, unknownPart } from "./rule-value.ts";

interface ManagedPassword {
  /** The member that asks for it. */
  readonly asked: MemberPath;
  readonly keyId: MemberPath;
  readonly examples: readonly [RuleExample, ...RuleExample[]];
}

/** What the example's request needs for its secret. */
export const SECRET_PERMITS = [
  "CreateSecret",
  "DescribeSecret",
  "GetRandomPassword",
  "RotateSecret",
  "TagResource",
  "UpdateSecret",
].map((name) =>
  name === "GetRandomPassword"
    ? `secretsmanager:${name} *`
    : `secretsmanager:${name} arn:aws:secretsmanager:us-east-1:123456789012:secret:redshift!*`,
);

const ITS_SECRET = filled("Secret", {
  SecretId: unknownPart("redshift!*", "id-assigned-by-aws", "the secret of the admin gets a name from AWS"),
});

export const managesPassword = ({ asked, keyId, examples }: ManagedPassword): OperationRule => ({
  authorizedActions: [
    {
      action: ["CreateSecret", "DescribeSecret", "RotateSecret", "TagResource", "UpdateSecret"].map(
        (name) => `secretsmanager:${name}`,
      ),
      resource: ITS_SECRET,
      when: whenMemberEquals(asked, true),
      origin: "forward-access",
    },
    {
      action: "secretsmanager:GetRandomPassword",
      when: whenMemberEquals(asked, true),
      origin: "forward-access",
    },
    {
      action: "secretsmanager:DeleteSecret",
      resource: ITS_SECRET,
      when: whenMemberEquals(asked, false),
      origin: "forward-access",
      because: "the secret goes where the password is managed no longer",
    },
    ...usesKey({
      path: keyId,
      actions: ["CreateGrant", "Decrypt", "DescribeKey", "GenerateDataKey"],
      via: "secretsmanager",
    }),
  ],
  because: "a managed admin password is a secret that is made and tagged with the caller's permissions",
  see: "https://docs.aws.amazon.com/redshift/latest/mgmt/redshift-secrets-manager-integration.html",
  examples,
});
