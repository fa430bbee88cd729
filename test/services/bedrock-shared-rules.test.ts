import { expect, test } from "vitest";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import {
  appliesGuardrail,
  mayRunModel,
  retrievesFrom,
  USES_SYSTEM_TOOLS,
} from "../../src/services/bedrock-shared-rules.ts";
import type { AuthorizedAction } from "../../src/services/define-service.ts";
import { everyResource } from "../../src/services/rule-resource.ts";
import { exampleCall, permitNotation } from "./example-call.ts";

const OWN: AuthorizedAction = { action: "bedrock:Rerank", resource: everyResource };

/** What the actions add to a call with this input. */
function added(actions: readonly AuthorizedAction[], input: Readonly<Record<string, unknown>>): readonly string[] {
  const rule = {
    authorizedActions: [OWN, ...actions],
    because: "of this test",
    see: "https://docs.aws.amazon.com/bedrock",
    examples: [{ input: {}, permits: [] }],
  } as const;
  const rules = { sdkId: "Bedrock Agent Runtime", operations: { Rerank: rule } };
  const authorize = createAuthorizer({
    apis: openApiIndex(),
    authorization: openAuthorizationIndex(),
    rules: () => rules,
  });
  const subject = { sdkId: "Bedrock Agent Runtime", operation: "Rerank", signingName: "bedrock" };
  return authorize(exampleCall({ input, permits: [] }, subject))
    .slice(1)
    .map(permitNotation);
}

const inRegion = (resource: string): string => `arn:aws:bedrock:us-east-1:123456789012:${resource}`;

test("applies a guardrail by id or ARN, and none where none is named", () => {
  const actions = [appliesGuardrail("guard.id")];
  expect(added(actions, { guard: { id: "g1" } })).toEqual([`bedrock:ApplyGuardrail ${inRegion("guardrail/g1")}`]);
  const arn = "arn:aws:bedrock:us-east-1:111122223333:guardrail/g1";
  expect(added(actions, { guard: { id: arn } })).toEqual([`bedrock:ApplyGuardrail ${arn}`]);
  expect(added(actions, {})).toEqual([]);
});

test("invokes the tools of AWS, not those of the caller", () => {
  const tools = [{ systemTool: { name: "nova_grounding" } }, { toolSpec: { name: "weather" } }];
  expect(added([USES_SYSTEM_TOOLS], { toolConfig: { tools } })).toEqual([
    "bedrock:InvokeTool arn:aws:bedrock::123456789012:system-tool/amazon.nova_grounding",
  ]);
  expect(added([USES_SYSTEM_TOOLS], { toolConfig: { tools: tools.slice(1) } })).toEqual([]);
});

test("retrieves from each knowledge base", () => {
  expect(added([retrievesFrom("bases[].id")], { bases: [{ id: "A" }, { id: "B" }] })).toEqual([
    `bedrock:Retrieve ${inRegion("knowledge-base/A")} + ${inRegion("knowledge-base/B")}`,
  ]);
});

test("runs a model only where the request names one", () => {
  expect(added(mayRunModel("modelArn"), {})).toEqual([]);
  expect(added(mayRunModel("modelArn"), { modelArn: "anthropic.claude-v2" })).toEqual([
    "bedrock:InvokeModel arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2",
  ]);
});
