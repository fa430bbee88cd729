/** Amazon Bedrock AgentCore's control plane. */
import { VAULT_OF_CONTROL_PLANE } from "./bedrock-agentcore-vault.ts";
import { defineService } from "./define-service.ts";
import { unlessMember, whenMember } from "./rule-condition.ts";
import { arnIn, everyResource, newResource } from "./rule-resource.ts";
import { fillWhen, firstOf, member, unknownPart } from "./rule-value.ts";

export default defineService({
  sdkId: "Bedrock AgentCore Control",
  resources: {
    ...VAULT_OF_CONTROL_PLANE,
    "runtime-endpoint": {
      filledBy: [
        {
          RuntimeId: member("agentRuntimeId"),
          Name: firstOf(
            member("endpointName"),
            unknownPart("*", "no-resource-in-input", "the model marks the name as sensitive, so it is not kept"),
          ),
        },
      ],
      because: "an endpoint has its name below its runtime",
      see: "https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_GetAgentRuntimeEndpoint.html",
      examples: [
        {
          operation: "GetAgentRuntimeEndpoint",
          input: { agentRuntimeId: "r-1", endpointName: "live" },
          permits: [
            "bedrock-agentcore:GetAgentRuntimeEndpoint arn:aws:bedrock-agentcore:us-east-1:123456789012:runtime/r-1 + arn:aws:bedrock-agentcore:us-east-1:123456789012:runtime/r-1/runtime-endpoint/live",
          ],
        },
      ],
    },
    "harness-endpoint": {
      filledBy: [{ HarnessId: member("harnessId"), Name: member("endpointName") }],
      because: "an endpoint has its name below its harness",
      see: "https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_GetHarnessEndpoint.html",
      examples: [
        {
          operation: "GetHarnessEndpoint",
          input: { harnessId: "h-1", endpointName: "live" },
          permits: [
            "bedrock-agentcore:GetHarnessEndpoint arn:aws:bedrock-agentcore:us-east-1:123456789012:harness/h-1 + arn:aws:bedrock-agentcore:us-east-1:123456789012:harness/h-1/harness-endpoint/live",
          ],
        },
      ],
    },
    "workload-identity-directory": {
      filledBy: [fillWhen(unlessMember("resourceArn"), { DirectoryId: "default" })],
      because: "an account has one directory of workload identities, and it is called `default`",
      see: "https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/scope-credential-provider-access.html",
      examples: [
        {
          operation: "GetWorkloadIdentity",
          input: { name: "w" },
          permits: [
            "bedrock-agentcore:GetWorkloadIdentity arn:aws:bedrock-agentcore:us-east-1:123456789012:workload-identity-directory/default + arn:aws:bedrock-agentcore:us-east-1:123456789012:workload-identity-directory/default/workload-identity/w",
          ],
        },
      ],
    },
    "workload-identity": {
      filledBy: [
        fillWhen(unlessMember("resourceArn"), {
          DirectoryId: "default",
          WorkloadIdentityName: firstOf(
            member("name"),
            unknownPart("*", "no-resource-in-input", "all workload identities are meant"),
          ),
        }),
      ],
      because: "workload identities lie in the directory that is called `default`",
      see: "https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/scope-credential-provider-access.html",
      examples: [
        {
          operation: "UpdateWorkloadIdentity",
          input: { name: "w" },
          permits: [
            "bedrock-agentcore:UpdateWorkloadIdentity arn:aws:bedrock-agentcore:us-east-1:123456789012:workload-identity-directory/default + arn:aws:bedrock-agentcore:us-east-1:123456789012:workload-identity-directory/default/workload-identity/w",
          ],
        },
      ],
    },
  },
  makes: { CreateConsentPortal: newResource("consent-portal"), CreateDataset: newResource("dataset") },
  operations: {
    ...Object.fromEntries(
      (
        [
          ["CreateBrowser", "browser-custom"],
          ["CreateCodeInterpreter", "code-interpreter-custom"],
        ] as const
      ).map(([operation, type]) => [
        operation,
        {
          authorizedActions: [
            { action: `bedrock-agentcore:${operation}` },
            {
              action: "bedrock-agentcore:TagResource",
              resource: newResource(type),
              when: whenMember("tags"),
              origin: "dependent",
              because: "the new tool is tagged",
            },
          ],
          because: "tools of an account are resources of their own kind",
          see: `https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_${operation}.html`,
          examples: [
            {
              input: { name: "t", tags: { a: "b" } },
              permits: [
                `bedrock-agentcore:${operation} *`,
                `bedrock-agentcore:TagResource arn:aws:bedrock-agentcore:us-east-1:123456789012:${type}/*`,
              ],
            },
          ],
        } as const,
      ]),
    ),
    CreateAgentRuntime: {
      authorizedActions: [
        { action: "bedrock-agentcore:CreateAgentRuntime", resource: everyResource },
        {
          action: "bedrock-agentcore:CreateAgentRuntimeEndpoint",
          resource: newResource("runtime"),
          origin: "dependent",
          because: "the default endpoint is made with the runtime",
        },
        {
          action: "bedrock-agentcore:PassCapacityProvider",
          resource: arnIn("capacityProviderConfiguration.capacityProviderArn"),
          when: whenMember("capacityProviderConfiguration.capacityProviderArn"),
          origin: "dependent",
          because: "the runtime is given capacity of the provider that the request names",
        },
        {
          action: "bedrock-agentcore:TagResource",
          resource: newResource("runtime"),
          when: whenMember("tags"),
          origin: "dependent",
          because: "the new runtime is tagged",
        },
      ],
      because: "a runtime comes with an endpoint",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrockagentcore.html",
      examples: [
        {
          input: { agentRuntimeName: "r", roleArn: "arn:aws:iam::123456789012:role/agent" },
          permits: [
            "bedrock-agentcore:CreateAgentRuntime *",
            "bedrock-agentcore:CreateAgentRuntimeEndpoint arn:aws:bedrock-agentcore:us-east-1:123456789012:runtime/*",
            "iam:PassRole arn:aws:iam::123456789012:role/agent if iam:PassedToService = bedrock-agentcore.amazonaws.com",
          ],
        },
      ],
    },
    UpdateAgentRuntime: {
      authorizedActions: [
        { action: "bedrock-agentcore:UpdateAgentRuntime" },
        {
          action: "bedrock-agentcore:PassCapacityProvider",
          resource: arnIn("capacityProviderConfiguration.capacityProviderArn"),
          when: whenMember("capacityProviderConfiguration.capacityProviderArn"),
          origin: "dependent",
          because: "the runtime is given capacity of the provider that the request names",
        },
      ],
      because: "a runtime may be moved to capacity of a provider",
      see: "https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_UpdateAgentRuntime.html",
      examples: [
        {
          input: {
            agentRuntimeId: "r-1",
            capacityProviderConfiguration: {
              capacityProviderArn: "arn:aws:bedrock-agentcore:us-east-1:123456789012:capacity-provider/c",
            },
          },
          permits: [
            "bedrock-agentcore:UpdateAgentRuntime arn:aws:bedrock-agentcore:us-east-1:123456789012:runtime/r-1",
            "bedrock-agentcore:PassCapacityProvider arn:aws:bedrock-agentcore:us-east-1:123456789012:capacity-provider/c",
          ],
        },
      ],
    },
  },
});
