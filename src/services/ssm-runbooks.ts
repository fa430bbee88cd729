/** Systems Manager: the runbook of an automation at one of its versions, and the execution that begins. */
import { whenMemberMatches } from "./rule-condition.ts";
import { filled, type ResourceRule } from "./rule-resource.ts";
import { captured, fillWhen, firstOf, type MemberPath, matching, member, unknownPart } from "./rule-value.ts";

/** The execution that begins: AWS chooses its id. */
export const NEW_EXECUTION: ResourceRule = filled("automation-execution", {
  AutomationExecutionId: unknownPart("*", "id-assigned-by-aws", "the id of the execution is new"),
});

const OF_AWS = /^(?:aws|amazon|amzn)[\w.-]*$/i;
const OF_OTHERS = /^arn:[^:]+:ssm:(?<Region>[^:]+):(?<Account>\d*):document\/(?<AutomationDefinitionName>.+)$/;

/** The runbook at the version that the request names, else at its default one. */
export const runbook = (name: MemberPath, version: MemberPath): ResourceRule => {
  const VersionId = firstOf(member(version), "$DEFAULT");
  return filled(
    "automation-definition",
    matching(member(name), OF_OTHERS, { also: { VersionId } }),
    fillWhen(whenMemberMatches(name, OF_AWS), { Account: "", AutomationDefinitionName: member(name), VersionId }),
    { AutomationDefinitionName: captured(member(name), /^(?!arn:)(.+)$/), VersionId },
  );
};
