/** A secret that a request names for another API to read: AWS reads it with the caller's permissions (forward access session). */
import type { AuthorizedAction } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { arnIn, either, filled } from "./rule-resource.ts";
import { captured, joined, type MemberPath, member, unknownPart } from "./rule-value.ts";

const SUFFIX = unknownPart(
  "-??????",
  "secret-suffix-unknown",
  "a secret's ARN ends in six characters that its name lacks",
);

/** secretsmanager:GetSecretValue on the secret whose ARN or name stands at `path`. */
export const readsSecret = (path: MemberPath): AuthorizedAction => ({
  action: "secretsmanager:GetSecretValue",
  origin: "forward-access",
  when: whenMember(path),
  resource: either(
    arnIn(path),
    filled("Secret", { SecretId: joined(captured(member(path), /^((?!arn:).+)$/), SUFFIX) }),
  ),
  because: "the credentials are read from the secret that the request names, with the caller's permissions",
});
