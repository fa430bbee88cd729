/** AWS Organizations: ids tell by their first letters what they are of; ARNs belong to the management account, whoever calls. */
import { defineService, type OperationRule, type OperationRules, type ResourceTypeRule } from "./define-service.ts";
import invitations from "./organizations-invitations.ts";
import { allOf, unlessMember, whenMatches } from "./rule-condition.ts";
import { bothOf, either, filled, type ResourceRule, typed } from "./rule-resource.ts";
import {
  captured,
  eachOf,
  type FillRecord,
  fillWhen,
  lowerCase,
  type MemberPath,
  member,
  ofCall,
  type RuleValue,
  unknownPart,
} from "./rule-value.ts";

const SEE = "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_permissions_overview.html";
const BECAUSE = "an id tells what it is of; the organization's own id and its management account stand in no request";

/** Delegated administrators and members name resources of the management account, too. */
const OF_ORGANIZATION: FillRecord = {
  Account: unknownPart("*", "no-resource-in-input", "no request tells the organization's management account"),
  OrganizationId: unknownPart("*", "no-resource-in-input", "no request tells the organization's id"),
};

const POLICY_TYPE = unknownPart("*", "no-resource-in-input", "an id does not tell the type of policy");
const BEGIN = "arn:aws:organizations::*";

/** The ids of this kind in members that may hold ids of several; the prefix is the template's. */
const idsIn = (pattern: RegExp, ...paths: readonly MemberPath[]): RuleValue =>
  captured(eachOf(...paths.map(member)), pattern);

const ruled = (filledBy: ResourceTypeRule["filledBy"], examples: ResourceTypeRule["examples"]): ResourceTypeRule => ({
  filledBy,
  because: BECAUSE,
  see: SEE,
  examples,
});

const example = (operation: string, input: OperationRule["examples"][0]["input"], on: string) => ({
  operation,
  input,
  permits: [`organizations:${operation} ${BEGIN}:${on}`],
});

const PARENTS = ["ParentId", "SourceParentId", "DestinationParentId", "TargetId", "ResourceId"] as const;

const ASKS_FOR_OWN = allOf(whenMatches(ofCall("operation"), /^DescribeEffectivePolicy$/), unlessMember("TargetId"));

const resources = {
  account: ruled(
    [
      {
        ...OF_ORGANIZATION,
        AccountId: idsIn(/^(\d{12})$/, "AccountId", "ChildId", "TargetId", "ResourceId", "Target.Id"),
      },
      fillWhen(ASKS_FOR_OWN, { ...OF_ORGANIZATION, AccountId: ofCall("account") }),
    ],
    [
      example("DescribeAccount", { AccountId: "111122223333" }, "account/o-*/111122223333"),
      example("ListParents", { ChildId: "111122223333" }, "account/o-*/111122223333"),
      example("DescribeEffectivePolicy", { PolicyType: "TAG_POLICY" }, "account/o-*/123456789012"),
    ],
  ),
  organizationalunit: ruled(
    [{ ...OF_ORGANIZATION, OrganizationalUnitId: idsIn(/^ou-(.+)$/, "OrganizationalUnitId", "ChildId", ...PARENTS) }],
    [
      example("DescribeOrganizationalUnit", { OrganizationalUnitId: "ou-ab12-cd34" }, "ou/o-*/ou-ab12-cd34"),
      example("ListChildren", { ParentId: "ou-ab12-cd34" }, "ou/o-*/ou-ab12-cd34"),
      example("ListTagsForResource", { ResourceId: "ou-ab12-cd34" }, "ou/o-*/ou-ab12-cd34"),
    ],
  ),
  root: ruled(
    [{ ...OF_ORGANIZATION, RootId: idsIn(/^r-(.+)$/, "RootId", ...PARENTS) }],
    [
      example("EnablePolicyType", { RootId: "r-ab12", PolicyType: "TAG_POLICY" }, "root/o-*/r-ab12"),
      example("CreateOrganizationalUnit", { ParentId: "r-ab12", Name: "a" }, "root/o-*/r-ab12"),
    ],
  ),
  policy: ruled(
    [
      { ...OF_ORGANIZATION, PolicyType: POLICY_TYPE, PolicyId: idsIn(/^p-(.+)$/, "PolicyId", "ResourceId") },
      {
        ...OF_ORGANIZATION,
        PolicyType: lowerCase(member("Type")),
        PolicyId: unknownPart("*", "id-assigned-by-aws", "PolicyId of policy"),
      },
    ],
    [
      example("UpdatePolicy", { PolicyId: "p-abcd1234" }, "policy/o-*/*/p-abcd1234"),
      example("CreatePolicy", { Name: "a", Type: "TAG_POLICY" }, "policy/o-*/tag_policy/p-*"),
    ],
  ),
  handshake: ruled(
    [
      {
        ...OF_ORGANIZATION,
        HandshakeType: unknownPart("*", "no-resource-in-input", "an id does not tell the type of handshake"),
        HandshakeId: idsIn(/^h-(.+)$/, "HandshakeId"),
      },
    ],
    [example("AcceptHandshake", { HandshakeId: "h-abcd1234" }, "handshake/o-*/*/h-abcd1234")],
  ),
  responsibilitytransfer: ruled(
    [
      {
        ...OF_ORGANIZATION,
        TransferType: unknownPart("*", "no-resource-in-input", "an id does not tell the type of transfer"),
        TransferDirection: unknownPart("*", "no-resource-in-input", "an id does not tell the direction of transfer"),
        ResponsibilityTransferId: idsIn(/^rt-(.+)$/, "Id", "ResourceId"),
      },
    ],
    [example("DescribeResponsibilityTransfer", { Id: "rt-abcd1234" }, "transfer/o-*/*/*/rt-abcd1234")],
  ),
  resourcepolicy: ruled(
    [
      { ...OF_ORGANIZATION, ResourcePolicyId: idsIn(/^rp-(.+)$/, "ResourceId") },
      fillWhen(whenMatches(ofCall("operation"), /^PutResourcePolicy$/), {
        ...OF_ORGANIZATION,
        ResourcePolicyId: unknownPart("*", "id-assigned-by-aws", "ResourcePolicyId of resourcepolicy"),
      }),
    ],
    [
      example("PutResourcePolicy", { Content: "{}" }, "resourcepolicy/o-*/rp-*"),
      example("TagResource", { ResourceId: "rp-abcd1234" }, "resourcepolicy/o-*/rp-abcd1234"),
    ],
  ),
};

/** Ids that AWS makes are in lower case; `p-FullAWSAccess` and its kind belong to AWS. */
const POLICY: ResourceRule = either(
  filled("awspolicy", {
    PolicyType: POLICY_TYPE,
    PolicyId: captured(member("PolicyId"), /^p-(.*[A-Z].*)$/),
  }),
  typed("policy"),
);

const BEGIN_OF_AWS = "arn:aws:organizations::aws";

const ROOT = { input: { TargetId: "r-ab12" }, permit: `${BEGIN}:root/o-*/r-ab12` };

/** `target`: the operation is on what the policy is attached to, too. */
function onPolicy(operation: string, target?: typeof ROOT): OperationRules {
  const action = `organizations:${operation}`;
  const resource =
    target === undefined
      ? POLICY
      : bothOf(POLICY, either(typed("account"), typed("organizationalunit"), typed("root")));
  return {
    [operation]: {
      authorizedActions: [{ action, resource }],
      because: "policies of AWS itself belong to no organization",
      see: "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html",
      examples: [
        {
          input: { PolicyId: "p-FullAWSAccess", ...target?.input },
          permits: [`${BEGIN_OF_AWS}:policy/*/p-FullAWSAccess`, target?.permit ?? []]
            .flat()
            .map((arn) => `${action} ${arn}`),
        },
      ],
    },
  };
}

const MOVE = "organizations:MoveAccount";
const MOVED = ["SourceParentId", "DestinationParentId"] as const;

export default defineService({
  sdkId: "Organizations",
  resources,
  operations: {
    ...invitations,
    ...onPolicy("AttachPolicy", ROOT),
    ...onPolicy("DetachPolicy", ROOT),
    ...onPolicy("DescribePolicy"),
    ...onPolicy("ListTargetsForPolicy"),
    MoveAccount: {
      authorizedActions: [
        {
          action: MOVE,
          resource: bothOf(
            typed("account"),
            filled("organizationalunit", { ...OF_ORGANIZATION, OrganizationalUnitId: idsIn(/^ou-(.+)$/, ...MOVED) }),
            filled("root", { ...OF_ORGANIZATION, RootId: idsIn(/^r-(.+)$/, ...MOVED) }),
          ),
        },
      ],
      because: "an account is moved from one parent to another, each a root or an organizational unit",
      see: "https://docs.aws.amazon.com/organizations/latest/APIReference/API_MoveAccount.html",
      examples: [
        {
          input: { AccountId: "111122223333", SourceParentId: "ou-ab12-cd34", DestinationParentId: "ou-ab12-ef56" },
          permits: [
            `${MOVE} ${BEGIN}:account/o-*/111122223333 + ${BEGIN}:ou/o-*/ou-ab12-cd34 + ${BEGIN}:ou/o-*/ou-ab12-ef56`,
          ],
        },
      ],
    },
  },
});
