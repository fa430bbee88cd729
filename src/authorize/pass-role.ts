/** Role ARNs in the input of a mutating call: the caller needs to be allowed to pass them. The record in `services/` knows to whom. */
import { isPassedRole, PASS_ROLE, passedTo, type RoleCandidate, readsWithRole } from "../services/pass-role.ts";
import type { CallQuestion } from "./call-question.ts";
import { inputArns } from "./input-arns.ts";
import { permissionsOn } from "./permission.ts";
import { asGiven } from "./policy-text.ts";
import type { RequiredPermission } from "./required-permission.ts";

const READING = /^(?:Get|List|Describe|BatchGet|Search|Lookup|Query|Scan|Check|Simulate)/;
const READ_LEVELS: ReadonlySet<string> = new Set(["List", "Read"]);

/** One for each role that the rule's own permissions do not pass already. */
export function passRolePermissions(
  question: CallQuestion,
  ofOperation: readonly RequiredPermission[],
): readonly RequiredPermission[] {
  const { call } = question.view;
  const ruled = new Set(
    ofOperation.filter(({ origin }) => origin === "pass-role").flatMap(({ resources }) => resources),
  );
  const roles = inputArns(call)
    .map(({ member, arn }): RoleCandidate => ({ sdkId: call.sdkId, operation: call.operation, member, arn }))
    .filter((candidate) => isPassedRole(candidate) && !ruled.has(asGiven(candidate.arn).arn));
  if (roles.length === 0 || !isMutating(question, ofOperation)) return [];
  return roles.flatMap((role) => {
    const principals = passedTo(role);
    const isListed = question.sameNamed?.dependentActions.includes(PASS_ROLE.action) === true;
    return permissionsOn(
      {
        action: PASS_ROLE.action,
        because: PASS_ROLE.because,
        see: PASS_ROLE.see,
        origin: "pass-role",
        verified: principals !== undefined || isListed,
        conditions:
          principals === undefined ? {} : { [PASS_ROLE.conditionOperator]: { [PASS_ROLE.conditionKey]: principals } },
      },
      [asGiven(role.arn)],
      question.authorization,
    );
  });
}

function isMutating({ view }: CallQuestion, ofOperation: readonly RequiredPermission[]): boolean {
  if (readsWithRole(view.call.sdkId, view.call.operation)) return true;
  const levels = ofOperation.filter(({ origin }) => origin === "direct").map(({ accessLevel }) => accessLevel);
  const known = levels.filter((level) => level !== undefined);
  return known.length === 0 ? !READING.test(view.call.operation) : known.some((level) => !READ_LEVELS.has(level));
}
