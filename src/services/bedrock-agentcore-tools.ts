/** Amazon Bedrock AgentCore's browsers and code interpreters: those of AWS belong to it, others to the account. */
import type { OperationRules } from "./define-service.ts";
import { unless, whenMemberMatches } from "./rule-condition.ts";
import { either, filled } from "./rule-resource.ts";
import { fillWhen, type MemberPath, member } from "./rule-value.ts";

interface Tool {
  readonly type: string;
  readonly variable: string;
  readonly path: MemberPath;
  /** What AWS calls its own. */
  readonly ownedByAws: string;
}

const IN_REGION = "arn:aws:bedrock-agentcore:us-east-1:";
const OF_AWS = /^aws\./;

function onTool(operation: string, { type, variable, path, ownedByAws }: Tool): OperationRules[string] {
  const action = `bedrock-agentcore:${operation}`;
  const isOfAws = whenMemberMatches(path, OF_AWS);
  return {
    authorizedActions: [
      {
        action,
        resource: either(
          filled(type, fillWhen(isOfAws, { [variable]: member(path) })),
          filled(`${type}-custom`, fillWhen(unless(isOfAws), { [variable]: member(path) })),
        ),
      },
    ],
    because: "tools of AWS are resources of their own kind",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrockagentcore.html",
    examples: [
      { input: { [path]: ownedByAws }, permits: [`${action} ${IN_REGION}aws:${type}/${ownedByAws}`] },
      { input: { [path]: "t-1" }, permits: [`${action} ${IN_REGION}123456789012:${type}-custom/t-1`] },
    ],
  };
}

/** Rules for operations on the tool that the request names; each operation has the action of its own name. */
export const onTools = (operations: readonly string[], tool: Tool): OperationRules =>
  Object.fromEntries(operations.map((operation) => [operation, onTool(operation, tool)]));
