/** What our rules put into policies passes the lint that foreign policies are held to. */
import { expect, test } from "vitest";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import type { LintFinding } from "../../src/iam/lint-finding.ts";
import { lintPolicy } from "../../src/iam/lint-policy.ts";
import type { RuleExample, RuleSet, ServiceRules } from "../../src/services/define-service.ts";
import { SERVICES } from "../../src/services/index.ts";
import { LINT_CONTEXT } from "../support/lint.ts";
import { exampleCall } from "./example-call.ts";

const apis = openApiIndex();
const authorization = openAuthorizationIndex();

const examplesOf = ({ operations = {} }: RuleSet): readonly (readonly [operation: string, example: RuleExample])[] =>
  Object.entries(operations).flatMap(([operation, { examples }]) =>
    examples.map((example) => [example.operation ?? operation, example] as const),
  );

/** Findings on each permission as a statement of its own, but for what it opens: that is the calls' doing. */
function findingsOn(rules: ServiceRules): readonly LintFinding[] {
  const { sdkId } = rules;
  const signingName = apis.withSdkId(sdkId)?.signingName ?? "";
  const authorize = createAuthorizer({ apis, authorization, rules: () => rules });
  return [rules, ...(rules.variants ?? [])].flatMap(examplesOf).flatMap(([operation, example]) => {
    const statements = authorize(exampleCall(example, { sdkId, operation, signingName })).map(
      ({ action, resources, conditions }) => ({
        statement: { Effect: "Allow", Action: action, Resource: resources, Condition: conditions } as const,
        isComputed: false,
      }),
    );
    return lintPolicy({ statements }, { ...LINT_CONTEXT, risks: [] });
  });
}

test("no example of any rule makes a name, ARN or condition that AWS does not have", () => {
  const errors = SERVICES.flatMap(findingsOn).filter(({ severity }) => severity === "error");
  expect([...new Set(errors.map(({ code, message }) => `${code}: ${message}`))]).toEqual([]);
});

/** What AWS's tables do not list and its other pages tell, or examples write in short: action or ARN, and why it stands. */
const TOLD_OTHERWISE: Readonly<Record<string, string>> = {
  "arn:aws:memorydb:us-east-1:123456789012:snapshot/last": "a final snapshot is among what the deletion is checked for",
  "arn:aws:logs:us-east-1:123456789012:delivery-source:web": "the table has the deletion of a source on a destination",
  "bedrock-agentcore:ListBrowserSessions": "the table lists no type for it, its API takes one browser",
  "elasticloadbalancing:SetWebAcl": "permission only; the developer guide of WAF names the load balancer",
  "mediaconnect:GetRouterNetworkInterface": "the example passes on the ARN of another type",
  "mediaconnect:GetRouterOutput": "the example passes on the ARN of another type",
  "servicecatalog:TagResource": "the API's own page has tags of portfolios and products",
  "servicecatalog:UntagResource": "the API's own page has tags of portfolios and products",
  "sms-voice:DeleteConfigurationSet": "two APIs share the table, and the row of the one without a type hides the other",
  "states:DescribeStateMachineForExecution": "executions of express machines have ARNs of their own form",
  "states:GetExecutionHistory": "executions of express machines have ARNs of their own form",
  "states:StopExecution": "executions of express machines have ARNs of their own form",
  "storagegateway:BypassGovernanceRetention": "the user guide has it of the tape",
  "sts:TagSession": "the user guide has it of federated users too",
};

test("what the tables do not list is named here with its reason, and nothing else is", () => {
  const warnings = SERVICES.flatMap(findingsOn).filter(({ severity }) => severity === "warning");
  const subjects = [...new Set(warnings.map(({ value = "" }) => value))].sort();
  expect(subjects).toEqual(Object.keys(TOLD_OTHERWISE).sort());
});
