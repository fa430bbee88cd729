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

const VAULT = "arn:aws:bedrock-agentcore:us-east-1:123456789012:token-vault/default";

const control = (operation: string, input: Readonly<Record<string, string>>) =>
  authorize(
    exampleCall(
      { input, permits: [] },
      { sdkId: "Bedrock AgentCore Control", operation, signingName: "bedrock-agentcore" },
    ),
  ).map(permitNotation);

test("finds providers of all kinds in the default vault", () => {
  expect(control("DeleteOauth2CredentialProvider", { name: "p" })).toEqual([
    `bedrock-agentcore:DeleteOauth2CredentialProvider ${VAULT} + ${VAULT}/oauth2credentialprovider/p`,
  ]);
});

test("takes the vault that a request names", () => {
  expect(control("GetTokenVault", { tokenVaultId: "other" })).toEqual([
    `bedrock-agentcore:GetTokenVault ${VAULT.replace("default", "other")}`,
  ]);
});

test("leaves the vault out of a call on another resource", () => {
  const resourceArn = "arn:aws:bedrock-agentcore:us-east-1:123456789012:memory/m-1";
  expect(control("UntagResource", { resourceArn })).toEqual([`bedrock-agentcore:UntagResource ${resourceArn}`]);
});
