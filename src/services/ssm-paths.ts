/** Systems Manager: paths of parameters, and the secrets that some parameters stand for. */
import type { AuthorizedAction } from "./define-service.ts";
import { whenMemberMatches } from "./rule-condition.ts";
import { bothOf, either, filled, type ResourceRule } from "./rule-resource.ts";
import { captured, fillWhen, joined, type MemberPath, member, unknownPart, verbatim } from "./rule-value.ts";

/** Parameters that AWS publishes belong to no account. */
const isPublic = whenMemberMatches("Path", /^\/aws\/service(?:\/|$)/);

const PATH = captured(member("Path"), /^\/?([^/].*?)\/?$/);
const BELOW = joined(PATH, verbatim("/*"));

/** The path itself and all that is below it; all parameters for the root. */
export const PATH_AND_BELOW: ResourceRule = either(
  bothOf(
    filled("parameter", fillWhen(isPublic, { Account: "", ParameterNameWithoutLeadingSlash: PATH })),
    filled("parameter", fillWhen(isPublic, { Account: "", ParameterNameWithoutLeadingSlash: BELOW })),
  ),
  bothOf(
    filled("parameter", { ParameterNameWithoutLeadingSlash: PATH }),
    filled("parameter", { ParameterNameWithoutLeadingSlash: BELOW }),
  ),
  filled("parameter", { ParameterNameWithoutLeadingSlash: verbatim("*") }),
);

const REFERENCE = /^\/aws\/reference\/secretsmanager\/([^:]+)/;

/** The secret that a parameter at this path refers to is read in the caller's name. */
export const secretBehind = (path: MemberPath): AuthorizedAction => ({
  action: "secretsmanager:GetSecretValue",
  resource: filled("Secret", {
    SecretId: joined(
      captured(member(path), REFERENCE),
      unknownPart("-??????", "suffix-assigned-by-aws", "six characters end a secret's ARN"),
    ),
  }),
  when: whenMemberMatches(path, REFERENCE),
  origin: "dependent",
  because: "the parameter refers to a secret, which is read in the caller's name",
});
