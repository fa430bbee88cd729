import { expect, test } from "vitest";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import { onNamedModel } from "../../src/services/bedrock-named-models.ts";
import { exampleCall } from "./example-call.ts";

const authorize = createAuthorizer({
  apis: openApiIndex(),
  authorization: openAuthorizationIndex(),
  rules: () => ({
    sdkId: "Bedrock",
    operations: { CreateModelInvocationJob: onNamedModel("CreateModelInvocationJob", "modelId") },
  }),
});

const resources = (modelId: string) =>
  authorize(
    exampleCall(
      { input: { modelId }, permits: [] },
      { sdkId: "Bedrock", operation: "CreateModelInvocationJob", signingName: "bedrock" },
    ),
  ).flatMap((permission) => permission.resources);

test("takes an id for a foundation model, and nothing else for possible", () => {
  expect(resources("anthropic.claude-v2")).toEqual(["arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2"]);
});

test("takes an ARN of any kind as it is", () => {
  const arn = "arn:aws:bedrock:us-east-1:123456789012:custom-model/amazon.titan/abc";
  expect(resources(arn)).toEqual([arn]);
});
