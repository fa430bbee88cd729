/** AWS CodeBuild: the id of a build, and of a batch of builds, begins with the name of its project. */
import { authorizedAs, defineService } from "./define-service.ts";
import { filled } from "./rule-resource.ts";
import { captured, member, unknownPart } from "./rule-value.ts";

/** `project:uuid`, or an ARN that ends in it. */
const PROJECT = /^(?:arn:[^/]*\/|(?!arn:))([^:/]+):/;

const OF_PROJECT = {
  servicePrefix: "codebuild",
  because: "the project is checked, whose name is the first part of the id",
  see: "https://docs.aws.amazon.com/codebuild/latest/userguide/auth-and-access-control-iam-identity-based-access-control.html",
} as const;

const SITE = "arn:aws:codebuild:us-east-1:123456789012:project/site";

const FLEET_ID = unknownPart("*", "no-resource-in-input", "FleetId of fleet");

export default defineService({
  sdkId: "CodeBuild",
  resources: {
    fleet: {
      filledBy: [{ FleetName: captured(member("names[]"), /^([^:]+)$/), FleetId: FLEET_ID }],
      because: "fleets are read by name, and their ARN holds an id beside it",
      see: "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_BatchGetFleets.html",
      examples: [
        {
          operation: "BatchGetFleets",
          input: { names: ["big", "arn:aws:codebuild:us-east-1:123456789012:fleet/small:0f3a"] },
          permits: [
            "codebuild:BatchGetFleets arn:aws:codebuild:us-east-1:123456789012:fleet/big:*",
            "codebuild:BatchGetFleets arn:aws:codebuild:us-east-1:123456789012:fleet/small:0f3a",
          ],
        },
      ],
    },
  },
  operations: {
    ...authorizedAs(
      {
        BatchDeleteBuilds: "BatchDeleteBuilds",
        BatchGetBuildBatches: "BatchGetBuildBatches",
        BatchGetBuilds: "BatchGetBuilds",
        BatchGetSandboxes: "BatchGetSandboxes",
      },
      {
        ...OF_PROJECT,
        resource: filled("project", { ProjectName: captured(member("ids[]"), PROJECT) }),
        example: { input: { ids: ["site:12345678-1234-1234-1234-123456789012"] }, on: SITE },
      },
    ),
    ...authorizedAs(
      {
        DeleteBuildBatch: "DeleteBuildBatch",
        RetryBuild: "RetryBuild",
        RetryBuildBatch: "RetryBuildBatch",
        StopBuild: "StopBuild",
        StopBuildBatch: "StopBuildBatch",
      },
      {
        ...OF_PROJECT,
        resource: filled("project", { ProjectName: captured(member("id"), PROJECT) }),
        example: {
          input: { id: "arn:aws:codebuild:us-east-1:123456789012:build/site:12345678-1234-1234-1234-123456789012" },
          on: SITE,
        },
      },
    ),
  },
});
