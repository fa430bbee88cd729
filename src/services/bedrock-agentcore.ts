/** Amazon Bedrock AgentCore's data plane. */
import { onTools } from "./bedrock-agentcore-tools.ts";
import { VAULT_OF_DATA_PLANE } from "./bedrock-agentcore-vault.ts";
import { defineService } from "./define-service.ts";
import { unlessMember, whenMember } from "./rule-condition.ts";
import { fillWhen, firstOf, matching, member, unknownPart } from "./rule-value.ts";

export default defineService({
  sdkId: "Bedrock AgentCore",
  resources: {
    ...VAULT_OF_DATA_PLANE,
    "runtime-endpoint": {
      filledBy: [
        matching(
          member("agentRuntimeArn"),
          /^arn:[^:]+:bedrock-agentcore:(?<Region>[^:]+):(?<Account>\d+):runtime\/(?<RuntimeId>[^/]+)$/,
          { also: { Name: firstOf(member("qualifier"), "DEFAULT") } },
        ),
        { RuntimeId: member("agentRuntimeArn"), Name: firstOf(member("qualifier"), "DEFAULT") },
      ],
      because: "an agent is called through an endpoint of its runtime, `DEFAULT` unless the request names another",
      see: "https://docs.aws.amazon.com/bedrock-agentcore/latest/APIReference/API_InvokeAgentRuntime.html",
      examples: [
        {
          operation: "InvokeAgentRuntime",
          input: { agentRuntimeArn: "arn:aws:bedrock-agentcore:us-east-1:123456789012:runtime/r-1", qualifier: "live" },
          permits: [
            "bedrock-agentcore:InvokeAgentRuntime arn:aws:bedrock-agentcore:us-east-1:123456789012:runtime/r-1 + arn:aws:bedrock-agentcore:us-east-1:123456789012:runtime/r-1/runtime-endpoint/live",
          ],
        },
      ],
    },
    "harness-endpoint": {
      filledBy: [
        matching(
          member("harnessArn"),
          /^arn:[^:]+:bedrock-agentcore:(?<Region>[^:]+):(?<Account>\d+):harness\/(?<HarnessId>[^/]+)$/,
          { also: { Name: firstOf(member("qualifier"), "DEFAULT") } },
        ),
      ],
      because: "a harness is called through one of its endpoints, `DEFAULT` unless the request names another",
      see: "https://docs.aws.amazon.com/bedrock-agentcore/latest/APIReference/API_InvokeHarness.html",
      examples: [
        {
          operation: "InvokeHarness",
          input: { harnessArn: "arn:aws:bedrock-agentcore:us-east-1:123456789012:harness/h-1" },
          permits: [
            "bedrock-agentcore:InvokeHarness arn:aws:bedrock-agentcore:us-east-1:123456789012:harness/h-1 + arn:aws:bedrock-agentcore:us-east-1:123456789012:harness/h-1/harness-endpoint/DEFAULT",
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
          operation: "GetWorkloadAccessToken",
          input: { workloadName: "w" },
          permits: [
            "bedrock-agentcore:GetWorkloadAccessToken arn:aws:bedrock-agentcore:us-east-1:123456789012:workload-identity-directory/default + arn:aws:bedrock-agentcore:us-east-1:123456789012:workload-identity-directory/default/workload-identity/w",
          ],
        },
      ],
    },
    "workload-identity": {
      filledBy: [
        fillWhen(unlessMember("resourceArn"), {
          DirectoryId: "default",
          WorkloadIdentityName: firstOf(
            member("workloadName"),
            member("name"),
            unknownPart("*", "no-resource-in-input", "a token stands for the identity, or all are meant"),
          ),
        }),
      ],
      because: "workload identities lie in the directory that is called `default`",
      see: "https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/scope-credential-provider-access.html",
      examples: [
        {
          operation: "GetWorkloadAccessTokenForJWT",
          input: { workloadName: "w" },
          permits: [
            "bedrock-agentcore:GetWorkloadAccessTokenForJWT arn:aws:bedrock-agentcore:us-east-1:123456789012:workload-identity-directory/default + arn:aws:bedrock-agentcore:us-east-1:123456789012:workload-identity-directory/default/workload-identity/w",
          ],
        },
      ],
    },
  },
  operations: {
    ...onTools(
      ["GetBrowserSession", "ListBrowserSessions", "StartBrowserSession", "StopBrowserSession", "UpdateBrowserStream"],
      {
        type: "browser",
        variable: "BrowserId",
        path: "browserIdentifier",
        ownedByAws: "aws.browser.v1",
      },
    ),
    ...onTools(
      [
        "GetCodeInterpreterSession",
        "InvokeCodeInterpreter",
        "ListCodeInterpreterSessions",
        "StartCodeInterpreterSession",
        "StopCodeInterpreterSession",
      ],
      {
        type: "code-interpreter",
        variable: "CodeInterpreterId",
        path: "codeInterpreterIdentifier",
        ownedByAws: "aws.codeinterpreter.v1",
      },
    ),
    InvokeAgentRuntime: {
      authorizedActions: [
        { action: "bedrock-agentcore:InvokeAgentRuntime" },
        {
          action: "bedrock-agentcore:InvokeAgentRuntimeForUser",
          when: whenMember("runtimeUserId"),
          origin: "dependent",
          because: "the request speaks for a user that it names",
        },
      ],
      because: "to speak for a user has an action of its own",
      see: "https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/runtime-oauth.html",
      examples: [
        {
          input: {
            agentRuntimeArn: "arn:aws:bedrock-agentcore:us-east-1:123456789012:runtime/r-1",
            runtimeUserId: "u",
          },
          permits: ["InvokeAgentRuntime", "InvokeAgentRuntimeForUser"].map(
            (name) =>
              `bedrock-agentcore:${name} arn:aws:bedrock-agentcore:us-east-1:123456789012:runtime/r-1 + arn:aws:bedrock-agentcore:us-east-1:123456789012:runtime/r-1/runtime-endpoint/DEFAULT`,
          ),
        },
      ],
    },
  },
});
