/**
 * Instance profiles: whoever launches an instance with one passes the role inside to EC2, and IAM checks iam:PassRole on that
 * role (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html).
 */
import type { AuthorizedAction } from "./define-service.ts";
import { INSTANCE_PROFILE } from "./role-carriers.ts";
import { anyOf, whenMember } from "./rule-condition.ts";
import { either, filled } from "./rule-resource.ts";
import { eachOf, joined, type MemberPath, matching, member, ofCall, unknownPart } from "./rule-value.ts";

const INSIDE = {
  RoleNameWithPath: unknownPart("*", INSTANCE_PROFILE.reason, "an instance profile does not tell its role"),
};

/** iam:PassRole on some role of the profile's account, which is all that the request tells; `paths`: profiles as `{Arn, Name}`. */
export function passesInstanceProfile(...paths: readonly MemberPath[]): AuthorizedAction {
  return passesProfileIn(
    paths.map((path) => `${path}.Arn`),
    paths.map((path) => `${path}.Name`),
  );
}

/** The same for members that hold the profile's ARN, or its name. */
export function passesProfileIn(arns: readonly MemberPath[], names: readonly MemberPath[]): AuthorizedAction {
  return {
    action: "iam:PassRole",
    origin: "pass-role",
    when: anyOf(...[...arns, ...names].map(whenMember)),
    resource: either(
      filled(
        "role",
        matching(eachOf(...arns.map(member)), /^arn:[^:]+:iam::(?<Account>\d{12}):instance-profile\//, {
          also: INSIDE,
        }),
      ),
      filled("role", INSIDE),
    ),
    conditions: { StringEquals: { "iam:PassedToService": joined("ec2.", ofCall("dns-suffix")) } },
    because: "the role inside the instance profile is handed to EC2",
  };
}
