import { expect, test } from "vitest";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import { runsModel } from "../../src/services/bedrock-models.ts";
import type { ServiceRules } from "../../src/services/define-service.ts";
import { exampleCall, permitNotation } from "./example-call.ts";

const RULES: ServiceRules = {
  sdkId: "Bedrock Runtime",
  operations: {
    Converse: {
      authorizedActions: runsModel("bedrock:InvokeModel", "modelId"),
      because: "of this test",
      see: "https://docs.aws.amazon.com/bedrock",
      examples: [{ input: {}, permits: [] }],
    },
  },
};

const authorize = createAuthorizer({
  apis: openApiIndex(),
  authorization: openAuthorizationIndex(),
  rules: () => RULES,
});

const converse = (modelId: string) =>
  authorize(
    exampleCall(
      { input: { modelId }, region: "eu-west-1", permits: [] },
      { sdkId: "Bedrock Runtime", operation: "Converse", signingName: "bedrock" },
    ),
  );

test("needs the foundation model of the region for a model's id", () => {
  expect(converse("meta.llama3-8b-instruct-v1:0").map(permitNotation)).toEqual([
    "bedrock:InvokeModel arn:aws:bedrock:eu-west-1::foundation-model/meta.llama3-8b-instruct-v1:0",
  ]);
});

test.each(["provisioned-model/p1", "imported-model/i1", "custom-model-deployment/d1"])(
  "takes the ARN of a %s as it is",
  (resource) => {
    const arn = `arn:aws:bedrock:eu-west-1:111122223333:${resource}`;
    expect(converse(arn).map(permitNotation)).toEqual([`bedrock:InvokeModel ${arn}`]);
  },
);

test("needs the model behind the ARN of a profile, too", () => {
  const arn = "arn:aws:bedrock:eu-west-1:111122223333:inference-profile/eu.meta.llama3-v1:0";
  expect(converse(arn).map(permitNotation)).toEqual([
    `bedrock:InvokeModel ${arn}`,
    `bedrock:InvokeModel arn:aws:bedrock:*::foundation-model/meta.llama3-v1:0 if bedrock:InferenceProfileArn = ${arn}`,
  ]);
});

test("says that an application's profile does not tell its model, and allows any through the profile alone", () => {
  const arn = "arn:aws:bedrock:eu-west-1:111122223333:application-inference-profile/p1";
  const [profile, model] = converse(arn);
  expect(profile?.resources).toEqual([arn]);
  expect(model).toMatchObject({
    resources: ["arn:aws:bedrock:*::foundation-model/*"],
    conditions: { StringEquals: { "bedrock:InferenceProfileArn": [arn] } },
    widened: { reason: "model-behind-arn" },
  });
});

test("needs a router's profiles and models through the router alone", () => {
  const arn = "arn:aws:bedrock:eu-west-1:111122223333:default-prompt-router/anthropic.claude:1";
  expect(converse(arn).map(permitNotation)).toEqual([
    `bedrock:InvokeModel ${arn}`,
    `bedrock:InvokeModel arn:aws:bedrock:*::foundation-model/* + arn:aws:bedrock:eu-west-1:123456789012:inference-profile/* if bedrock:PromptRouterArn = ${arn}`,
  ]);
});

test("renders a prompt before a model that it does not name", () => {
  const arn = "arn:aws:bedrock:eu-west-1:111122223333:prompt/PROMPT1234:1";
  expect(converse(arn).map(permitNotation)).toEqual([
    "bedrock:InvokeModel arn:aws:bedrock:*::foundation-model/*",
    `bedrock:RenderPrompt ${arn}`,
  ]);
});

test("needs the endpoint of a marketplace model beside the resource of them all", () => {
  const arn = "arn:aws:sagemaker:eu-west-1:111122223333:endpoint/e1";
  expect(converse(arn).map(permitNotation)).toEqual([
    "bedrock:InvokeModel arn:aws:bedrock:eu-west-1:123456789012:marketplace/model-endpoint/all-access",
    `sagemaker:InvokeEndpoint ${arn}`,
  ]);
});

test.each(["eu", "global", "us-gov", "apac"])(
  "needs a %s profile, and its model wherever the profile runs it",
  (prefix) => {
    const [profile, model] = converse(`${prefix}.meta.llama3-v1:0`);
    expect(profile?.resources).toEqual([
      `arn:aws:bedrock:eu-west-1:123456789012:inference-profile/${prefix}.meta.llama3-v1:0`,
    ]);
    expect(model).toMatchObject({
      resources: ["arn:aws:bedrock:*::foundation-model/meta.llama3-v1:0"],
      conditions: { StringEquals: { "bedrock:InferenceProfileArn": profile?.resources } },
      widened: { reason: "region-chosen-by-aws" },
    });
  },
);
