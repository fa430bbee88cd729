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

test("takes ARNs of all kinds as they are", () => {
  const arn = "arn:aws:bedrock:eu-west-1:111122223333:application-inference-profile/p1";
  expect(converse(arn).map(permitNotation)).toEqual([`bedrock:InvokeModel ${arn}`]);
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
