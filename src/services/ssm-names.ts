/** Systems Manager: how parameters, documents and nodes are named, and whose they are. */
import { bothOf, either, filled, type ResourceRule } from "./rule-resource.ts";
import { captured, type Fill, firstOf, joined, matching, member, type RuleValue } from "./rule-value.ts";

/** A parameter by name or ARN; those that AWS publishes below `/aws/service` belong to no account. */
export const parameterFills = (name: RuleValue): readonly Fill[] => [
  matching(
    name,
    /^arn:[^:]+:ssm:(?<Region>[^:]+):(?<Account>\d*):parameter\/(?<ParameterNameWithoutLeadingSlash>[^:]+)/,
  ),
  matching(name, /^\/?(?<ParameterNameWithoutLeadingSlash>aws\/service\/[^:]+)/, { also: { Account: "" } }),
  matching(name, /^\/?(?<ParameterNameWithoutLeadingSlash>(?!arn:)[^:]+)/),
];

/** Beginnings that no customer's document may have. */
const OF_AWS = /^(?<DocumentName>(?:aws|amazon|amzn)[\w.-]*)$/i;

/** A document by name or ARN; those that AWS owns belong to no account. */
export const documentFills = (name: RuleValue): readonly Fill[] => [
  matching(name, OF_AWS, { also: { Account: "" } }),
  { DocumentName: name },
];

export const documentNamed = (name: RuleValue): ResourceRule => filled("document", ...documentFills(name));

/** Instances of EC2 among the nodes. */
export const instanceFill = (node: RuleValue): Fill => ({ InstanceId: captured(node, /^(i-\w+)$/) });

/** Nodes outside EC2. */
export const managedInstanceFill = (node: RuleValue): Fill => ({ InstanceId: captured(node, /^(mi-\w+)$/) });

/** A container of Amazon ECS: `ecs:cluster_task_runtime`. */
const taskFill = (node: RuleValue): Fill => ({
  TaskId: joined(captured(node, /^ecs:([^_]+)_[0-9a-f]+_/), "/", captured(node, /^ecs:[^_]+_([0-9a-f]+)_/)),
});

/** Whatever the ids name: instances of EC2, and nodes outside it. */
export const nodesNamed = (nodes: RuleValue): ResourceRule =>
  bothOf(filled("instance", instanceFill(nodes)), filled("managed-instance", managedInstanceFill(nodes)));

/** Where operations name the node that they are about. */
export const NODE_MEMBERS: RuleValue = firstOf(member("InstanceId"), member("InstanceIds[]"), member("ResourceId"));

/** What a session connects to. */
export const SESSION_TARGET: ResourceRule = either(
  filled("instance", instanceFill(member("Target"))),
  filled("managed-instance", managedInstanceFill(member("Target"))),
  filled("task", taskFill(member("Target"))),
);
