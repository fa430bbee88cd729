/**
 * Things that hold roles, and that requests name instead of the roles: who uses one passes what is inside. Which roles
 * those are, answers of the same recording tell, and the calls that put them there.
 */
import type { AuthorizedAction } from "./define-service.ts";
import type { RuleCondition } from "./rule-condition.ts";
import { filled } from "./rule-resource.ts";
import { type RuleValue, unknownPart } from "./rule-value.ts";

export interface RoleCarrier {
  /** Of the widening that stands for the roles inside. */
  readonly reason: string;
  /** As it stands in ARNs. */
  readonly type: string;
  /** Paths of members, without list marks, that name one: by ARN, name or id. */
  readonly namedAt: RegExp;
  /** Calls that put the roles they pass into the one that they name. */
  readonly filledBy: readonly { readonly sdkId: string; readonly operation: string }[];
}

export const INSTANCE_PROFILE: RoleCarrier = {
  reason: "role-behind-instance-profile",
  type: "instance-profile",
  namedAt: /(?:instance_?profile(?:name|arn)?|instanceRole)(?:\.(?:arn|name))?$/i,
  filledBy: [{ sdkId: "IAM", operation: "AddRoleToInstanceProfile" }],
};

const TASK_DEFINITION: RoleCarrier = {
  reason: "role-behind-task-definition",
  type: "task-definition",
  namedAt: /^taskDefinition$/,
  filledBy: [],
};

const LAUNCH_TEMPLATE: RoleCarrier = {
  reason: "role-behind-launch-template",
  type: "launch-template",
  namedAt: /LaunchTemplate(?:Id|Name)$/,
  filledBy: [
    { sdkId: "EC2", operation: "CreateLaunchTemplate" },
    { sdkId: "EC2", operation: "CreateLaunchTemplateVersion" },
  ],
};

export const ROLE_CARRIERS: readonly RoleCarrier[] = [INSTANCE_PROFILE, TASK_DEFINITION, LAUNCH_TEMPLATE];

interface Inside {
  readonly when: RuleCondition;
  readonly principal: RuleValue;
}

/** iam:PassRole on the roles inside of the task definition that the request names. */
export const passesTaskRoles = (inside: Inside): AuthorizedAction =>
  passesRolesInside(inside, TASK_DEFINITION, "the roles inside the task definition are handed to its tasks");

/** iam:PassRole on the role behind the instance profile of the launch template that the request names. */
export const passesTemplateRole = (inside: Inside): AuthorizedAction =>
  passesRolesInside(inside, LAUNCH_TEMPLATE, "the role behind the launch template's instance profile is handed to EC2");

function passesRolesInside(
  { when, principal }: Inside,
  { reason, type }: RoleCarrier,
  because: string,
): AuthorizedAction {
  const detail = `the request names a ${type.replace("-", " ")} and not the roles inside`;
  return {
    action: "iam:PassRole",
    origin: "pass-role",
    when,
    resource: filled("role", { RoleNameWithPath: unknownPart("*", reason, detail) }),
    conditions: { StringEquals: { "iam:PassedToService": principal } },
    because,
  };
}
