/** Systems Manager: targets name nodes by id, or choose them by tag or group. */
import type { AuthorizedAction } from "./define-service.ts";
import { unless, whenMemberEquals } from "./rule-condition.ts";
import { bothOf, either, filled } from "./rule-resource.ts";
import { member, unknownPart } from "./rule-value.ts";
import { nodesNamed } from "./ssm-names.ts";

const NODE_ID = unknownPart("*", "chosen-by-aws", "the nodes are chosen by tag or group");
const ANY_NODE = bothOf(
  filled("instance", { InstanceId: NODE_ID }),
  filled("managed-instance", { InstanceId: NODE_ID }),
);

const byId = whenMemberEquals("Targets[].Key", "InstanceIds", "instanceids", "InstanceId");

/** Nodes that the request's targets list by id, else any. */
export const onTargets = (action: string): readonly AuthorizedAction[] => [
  {
    action,
    forEach: "Targets[]",
    when: byId,
    resource: either(nodesNamed(member("Targets[].Values[]")), ANY_NODE),
    because: "the nodes of the targets are checked",
  },
  {
    action,
    forEach: "Targets[]",
    when: unless(byId),
    resource: ANY_NODE,
    because: "the nodes that the targets choose are checked",
  },
];
