/** Roles that a request hands over by name instead of ARN. Roles with a path cannot be given so; the name stands right below `role/`. */
import type { AuthorizedAction } from "./define-service.ts";
import { PASS_ROLE } from "./pass-role.ts";
import { whenMemberMatches } from "./rule-condition.ts";
import { filled } from "./rule-resource.ts";
import { captured, type MemberPath, member, type RuleValue } from "./rule-value.ts";

/** A name, or a path and a name; no ARN. */
const NAME = /^\/?((?!arn:)[\w+=,.@/-]{1,576})$/;

/** iam:PassRole for the role that the member names; one that is given by ARN is found without a rule. */
export const passesRoleNamed = (path: MemberPath, principal: RuleValue): AuthorizedAction => ({
  action: PASS_ROLE.action,
  resource: filled("role", { RoleNameWithPath: captured(member(path), NAME) }),
  when: whenMemberMatches(path, NAME),
  conditions: { [PASS_ROLE.conditionOperator]: { [PASS_ROLE.conditionKey]: principal } },
  origin: "pass-role",
  because: "the request hands a role over by its name, and IAM checks that the caller may pass it",
});
