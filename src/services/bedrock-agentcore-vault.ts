/** Amazon Bedrock AgentCore: credential providers lie in the one token vault of an account. */
import type { ResourceTypeRule, RuleExample, RuleSet } from "./define-service.ts";
import { unlessMember } from "./rule-condition.ts";
import { fillWhen, firstOf, member, unknownPart } from "./rule-value.ts";

const SEE = "https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/scope-credential-provider-access.html";
const IN_VAULT = "arn:aws:bedrock-agentcore:us-east-1:123456789012:token-vault/default";

const DIRECTORY = "arn:aws:bedrock-agentcore:us-east-1:123456789012:workload-identity-directory/default";

const inVault = (type: string, example: RuleExample & { readonly operation: string }): ResourceTypeRule => ({
  filledBy: [
    fillWhen(unlessMember("resourceArn"), {
      TokenVaultId: "default",
      Name: firstOf(
        member("resourceCredentialProviderName"),
        member("name"),
        unknownPart("*", "no-resource-in-input", "all credential providers of the kind are meant"),
      ),
    }),
  ],
  because: `a credential provider (${type}) lies in the token vault that is called \`default\``,
  see: SEE,
  examples: [example],
});

/** Providers that an operation of the control plane manages. */
const managed = (type: string, operation: string): ResourceTypeRule =>
  inVault(type, {
    operation,
    input: { name: "p" },
    permits: [`bedrock-agentcore:${operation} ${IN_VAULT} + ${IN_VAULT}/${type}/p`],
  });

/** What an operation of the data plane needs: the provider, its vault, and whose token the request carries. */
const tokenPermits = (type: string, operation: string): readonly string[] => [
  `bedrock-agentcore:${operation} ${IN_VAULT} + ${IN_VAULT}/${type}/p + ${DIRECTORY}`,
  `bedrock-agentcore:${operation} ${DIRECTORY}/workload-identity/*`,
];

const asked = (type: string, operation: string): ResourceTypeRule =>
  inVault(type, {
    operation,
    input: { resourceCredentialProviderName: "p" },
    permits: tokenPermits(type, operation),
  });

const tokenVault = (example: RuleExample & { readonly operation: string }): ResourceTypeRule => ({
  filledBy: [
    { TokenVaultId: member("tokenVaultId") },
    fillWhen(unlessMember("resourceArn"), { TokenVaultId: "default" }),
  ],
  because: "an account has one token vault, and it is called `default`",
  see: SEE,
  examples: [example],
});

export const VAULT_OF_CONTROL_PLANE: NonNullable<RuleSet["resources"]> = {
  "token-vault": tokenVault({
    operation: "GetTokenVault",
    input: {},
    permits: [`bedrock-agentcore:GetTokenVault ${IN_VAULT}`],
  }),
  apikeycredentialprovider: managed("apikeycredentialprovider", "GetApiKeyCredentialProvider"),
  oauth2credentialprovider: managed("oauth2credentialprovider", "GetOauth2CredentialProvider"),
  paymentcredentialprovider: managed("paymentcredentialprovider", "GetPaymentCredentialProvider"),
};

export const VAULT_OF_DATA_PLANE: NonNullable<RuleSet["resources"]> = {
  "token-vault": tokenVault({
    operation: "GetResourceApiKey",
    input: { resourceCredentialProviderName: "p" },
    permits: tokenPermits("apikeycredentialprovider", "GetResourceApiKey"),
  }),
  apikeycredentialprovider: asked("apikeycredentialprovider", "GetResourceApiKey"),
  oauth2credentialprovider: asked("oauth2credentialprovider", "GetResourceOauth2Token"),
  paymentcredentialprovider: asked("paymentcredentialprovider", "GetResourcePaymentToken"),
};
