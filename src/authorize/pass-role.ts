/** Role ARNs in the input of a mutating call: the caller needs to be allowed to pass them. The record in `services/` knows to whom. */
import {
  handsOverRole,
  isPassedRole,
  PASS_ROLE,
  passedTo,
  type RoleCandidate,
  readsWithRole,
  UNSEEN_ROLE,
} from "../services/pass-role.ts";
import type { CallQuestion } from "./call-question.ts";
import { inputArns } from "./input-arns.ts";
import { permissionsOn } from "./permission.ts";
import { asGiven, type ResolvedResource } from "./policy-text.ts";
import type { RequiredPermission } from "./required-permission.ts";
import { resourcesOf } from "./rule-resources.ts";

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
  const unseen = unseenRoles(question);
  if ((roles.length === 0 && unseen.length === 0) || !isMutating(question, ofOperation)) return [];
  return [
    ...roles.flatMap((role) => passing(role, [asGiven(role.arn)], question)),
    ...unseen.flatMap((role) => passing(role, anyRole(question), question)),
  ];
}

type PassedRole = Omit<RoleCandidate, "arn">;

/** Members with a role that the model marks as sensitive: their values are in no recording. */
function unseenRoles({ view: { call, operation } }: CallQuestion): readonly PassedRole[] {
  const members = operation?.members.filter(({ name, sensitive }) => sensitive && call.members.includes(name)) ?? [];
  return members
    .map(({ name }): PassedRole => ({ sdkId: call.sdkId, operation: call.operation, member: name }))
    .filter((role) => handsOverRole(role) && !Object.hasOwn(call.input, role.member));
}

const anyRole = ({ authorization, view }: CallQuestion): readonly ResolvedResource[] =>
  resourcesOf(UNSEEN_ROLE, { authorization, view, action: PASS_ROLE.action });

function passing(
  role: PassedRole,
  resources: readonly ResolvedResource[],
  { sameNamed, authorization }: CallQuestion,
): readonly RequiredPermission[] {
  const principals = passedTo(role);
  const isListed = sameNamed?.dependentActions.includes(PASS_ROLE.action) === true;
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
    resources,
    authorization,
  );
}

function isMutating({ view }: CallQuestion, ofOperation: readonly RequiredPermission[]): boolean {
  if (readsWithRole(view.call.sdkId, view.call.operation)) return true;
  const levels = ofOperation.filter(({ origin }) => origin === "direct").map(({ accessLevel }) => accessLevel);
  const known = levels.filter((level) => level !== undefined);
  return known.length === 0 ? !READING.test(view.call.operation) : known.some((level) => !READ_LEVELS.has(level));
}
