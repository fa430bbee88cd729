import { expect, test } from "vitest";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import { serviceRules } from "../../src/services/index.ts";
import { exampleCall, permitNotation } from "./example-call.ts";

const authorize = createAuthorizer({
  apis: openApiIndex(),
  authorization: openAuthorizationIndex(),
  rules: serviceRules,
});

const onBrowser = (browserIdentifier: string) =>
  authorize(
    exampleCall(
      { input: { browserIdentifier }, permits: [] },
      { sdkId: "Bedrock AgentCore", operation: "StartBrowserSession", signingName: "bedrock-agentcore" },
    ),
  ).map(permitNotation);

test("means a tool of AWS or one of the account, never both", () => {
  expect(onBrowser("aws.browser.v1")).toEqual([
    "bedrock-agentcore:StartBrowserSession arn:aws:bedrock-agentcore:us-east-1:aws:browser/aws.browser.v1",
  ]);
  expect(onBrowser("mine-1")).toEqual([
    "bedrock-agentcore:StartBrowserSession arn:aws:bedrock-agentcore:us-east-1:123456789012:browser-custom/mine-1",
  ]);
});
