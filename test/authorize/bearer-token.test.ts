import { expect, test } from "vitest";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import { serviceRules } from "../../src/services/index.ts";
import { apiCall } from "./small-world.ts";

const authorize = createAuthorizer({
  apis: openApiIndex(),
  authorization: openAuthorizationIndex(),
  rules: serviceRules,
});

const listsModels = { sdkId: "Bedrock", signingName: "bedrock" } as const;

test("needs the action for API keys where the prefix has one and a key is used", () => {
  expect(authorize(apiCall("ListFoundationModels", {}, { ...listsModels, auth: "bearer" }))).toMatchObject([
    { action: "bedrock:ListFoundationModels", origin: "direct" },
    { action: "bedrock:CallWithBearerToken", resources: ["*"], origin: "dependent" },
  ]);
});

test("needs nothing more for a signed request, or where the prefix knows no keys", () => {
  expect(authorize(apiCall("ListFoundationModels", {}, listsModels))).toHaveLength(1);
  const topics = { sdkId: "SNS", signingName: "sns", auth: "bearer" } as const;
  expect(authorize(apiCall("ListTopics", {}, topics))).toHaveLength(1);
});
