/**
 * Roles that a request hands over by name instead of ARN. Most APIs take a bare name for that of a role right below `role/`
 * (https://docs.aws.amazon.com/batch/latest/APIReference/API_CreateComputeEnvironment.html, serviceRole); others look it up.
 */
import type { AuthorizedAction } from "./define-service.ts";
import { belowAnyPath } from "./iam-paths.ts";
import { PASS_ROLE } from "./pass-role.ts";
import { type RuleCondition, whenMatches } from "./rule-condition.ts";
import { filled, type ResourceRule } from "./rule-resource.ts";
import { captured, type MemberPath, member, type RuleValue } from "./rule-value.ts";

/** A name, or a path and a name; no ARN. */
const NAME = /^\/?((?!arn:)[\w+=,.@/-]{1,576})$/;

const BARE_NAME = /^((?!arn:)[\w+=,.@-]{1,64})$/;

/** iam:PassRole for the role that the member names; one that is given by ARN is found without a rule. */
export const passesRoleNamed = (path: MemberPath, principal: RuleValue): AuthorizedAction => {
  const name = captured(member(path), NAME);
  return passes(filled("role", { RoleNameWithPath: name }), whenMatches(name, NAME), principal);
};

/** The same where AWS looks the role up by its name, which does not tell the path. */
export const passesRoleFoundByName = (path: MemberPath, principal: RuleValue): AuthorizedAction => {
  const place = filled("role", { RoleNameWithPath: belowAnyPath(path, "role-path-unknown") });
  return passes(place, whenMatches(member(path), BARE_NAME), principal);
};

const passes = (resource: ResourceRule, when: RuleCondition, principal: RuleValue): AuthorizedAction => ({
  action: PASS_ROLE.action,
  resource,
  when,
  conditions: { [PASS_ROLE.conditionOperator]: { [PASS_ROLE.conditionKey]: principal } },
  origin: "pass-role",
  because: "the request hands a role over by its name, and IAM checks that the caller may pass it",
});
