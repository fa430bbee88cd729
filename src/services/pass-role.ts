/**
 * iam:PassRole: which role ARNs of an input are handed to AWS, and to which principal. It is checked whenever a role is
 * given to a service to act with.
 */
import { PASSED_TO } from "./pass-role-principals.ts";
import { isRoleArn } from "./role-arn.ts";
import { filled } from "./rule-resource.ts";
import { unknownPart } from "./rule-value.ts";

export const PASS_ROLE = {
  action: "iam:PassRole",
  conditionOperator: "StringEquals",
  conditionKey: "iam:PassedToService",
  because: "the request hands a role to AWS, and IAM checks that the caller may pass it",
  see: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
} as const;

/** APIs that manage or assume roles instead of handing them on. */
const ROLE_APIS: ReadonlySet<string> = new Set(["IAM", "STS", "SSO Admin", "RAM", "LakeFormation"]);

/** Members whose role is who may do something, or what is acted on: nothing is passed. */
const NOT_PASSED = /principal|grantee|resource|user|subject|owner|member|identity|iamarn|^arn$|sourcearn|entityarn/i;

/**
 * Calls, as `Operation.member`, that name a role which the service is trusted to use already: it is checked by a condition key of the call's own
 * action (https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-steps-runtime-roles.html), taken away, or a principal.
 */
const NAMED_ONLY: Readonly<Record<string, RegExp>> = {
  AccessAnalyzer: /^(?!StartPolicyGeneration\.)/,
  "Account Access": /^/,
  EMR: /^(?:AddJobFlowSteps|Get|(?:RunJobFlow|StartNotebookExecution)\.\w*ExecutionRoleArn$)/,
  "EMR containers": /^(?:CreateJobTemplate|CreateSecurityConfiguration|Get)/,
  EC2: /EnclaveCertificate/,
  neptunedata: /^/,
  // Those roles belong to other accounts, where the experiment's own role assumes them.
  fis: /TargetAccountConfiguration\./,
  odb: /^Disassociate/,
  DataZone: /^(?:CreateGroupProfile|Disassociate)/,
  // The role is what an audit found, and what the guests of a web page get.
  IoT: /AuditSuppression\./,
  RUM: /AppMonitor\./,
  // Findings tell of resources and their roles; a token may be used for roles.
  SecurityHub: /^/,
  "License Manager": /^CreateToken\./,
};

/** Calls that change nothing, and yet hand a role over to be acted with at once. */
const READS_WITH_ROLE: Readonly<Record<string, RegExp>> = {
  CloudControl: /^(?:GetResource|ListResources)$/,
  GameLiftStreams: /^StartStreamSession$/,
  IotDeviceAdvisor: /^GetEndpoint$/,
  "Kinesis Analytics": /^DiscoverInputSchema$/,
  "Kinesis Analytics V2": /^DiscoverInputSchema$/,
  SageMaker: /^RenderUiTemplate$/,
  "SageMaker Geospatial": /^GetTile$/,
};

/** For a role that the request hands over in a member whose values are never kept. */
export const UNSEEN_ROLE = filled("role", {
  RoleNameWithPath: unknownPart("*", "role-not-kept", "the role's member is marked as sensitive, so it was not kept"),
});

/** True of a top-level member that holds a role for AWS to act with, by its name alone. */
export const handsOverRole = ({ sdkId, operation, member }: Omit<RoleCandidate, "arn">): boolean =>
  /role(?:_?arn)?$/i.test(member) && !isNamedOnly(sdkId, `${operation}.${member}`);

const isNamedOnly = (sdkId: string, place: string): boolean =>
  ROLE_APIS.has(sdkId) || isAmong(NAMED_ONLY, sdkId, place);

const isAmong = (patterns: Readonly<Record<string, RegExp>>, sdkId: string, text: string): boolean =>
  Object.hasOwn(patterns, sdkId) && patterns[sdkId]?.test(text) === true;

export interface RoleCandidate {
  readonly sdkId: string;
  readonly operation: string;
  /** The innermost member that holds the ARN. */
  readonly member: string;
  readonly arn: string;
}

/** True where a mutating call with this ARN in this member passes the role. */
export function isPassedRole({ sdkId, operation, member, arn }: RoleCandidate): boolean {
  return (
    isRoleArn(arn) &&
    !isNamedOnly(sdkId, `${operation}.${member}`) &&
    (/role/i.test(member) || !NOT_PASSED.test(member))
  );
}

/** True for operations that act with the given role although they only read. */
export const readsWithRole = (sdkId: string, operation: string): boolean => isAmong(READS_WITH_ROLE, sdkId, operation);

/** Principals of `iam:PassedToService`; undefined where no AWS page names them. */
export function passedTo({ sdkId, operation, member }: Omit<RoleCandidate, "arn">): readonly string[] | undefined {
  return PASSED_TO.find(
    (row) =>
      row.sdkIds.includes(sdkId) && row.operations?.test(operation) !== false && row.members?.test(member) !== false,
  )?.principals;
}
