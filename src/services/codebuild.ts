/** AWS CodeBuild: the id of a build, of a batch of builds and of a sandbox begins with the name of its project. */
import { defineService, type OperationRules } from "./define-service.ts";
import { filled } from "./rule-resource.ts";
import { captured, type MemberPath, member } from "./rule-value.ts";

/** `project:uuid`, or an ARN that ends in it. */
const PROJECT = /^(?:arn:[^/]*\/|(?!arn:))([^:/]+):/;

const UUID = "12345678-1234-1234-1234-123456789012";

const ofProjectIn = (operation: string, path: MemberPath): OperationRules => {
  const action = `codebuild:${operation}`;
  const permits = [`${action} arn:aws:codebuild:us-east-1:123456789012:project/site`];
  const input = (id: string) => (path.endsWith("[]") ? { [path.slice(0, -2)]: [id] } : { [path]: id });
  return {
    [operation]: {
      authorizedActions: [{ action, resource: filled("project", { ProjectName: captured(member(path), PROJECT) }) }],
      because: "the project is checked, whose name is the first part of the id",
      see: "https://docs.aws.amazon.com/codebuild/latest/userguide/auth-and-access-control-iam-identity-based-access-control.html",
      examples: [
        { input: input(`site:${UUID}`), permits },
        { input: input(`arn:aws:codebuild:us-east-1:123456789012:build/site:${UUID}`), permits },
      ],
    },
  };
};

export default defineService({
  sdkId: "CodeBuild",
  operations: {
    ...ofProjectIn("BatchDeleteBuilds", "ids[]"),
    ...ofProjectIn("BatchGetBuilds", "ids[]"),
    ...ofProjectIn("BatchGetBuildBatches", "ids[]"),
    ...ofProjectIn("DeleteBuildBatch", "id"),
    ...ofProjectIn("RetryBuild", "id"),
    ...ofProjectIn("RetryBuildBatch", "id"),
    ...ofProjectIn("StopBuild", "id"),
    ...ofProjectIn("StopBuildBatch", "id"),
  },
});
