/** Answers that tell where a role stands: its path, the instance profile that holds it, the task definition that names it. */
import { defineAnswers } from "./define-answers.ts";

/** Room for a trust policy, or for the containers of a task, beside the ARNs; nothing else of them is kept. */
const BODY_BYTES = 128 * 1024;

const inBody = (path: string) => ({ from: "body", path }) as const;

const TASK_DEFINITION = inBody("taskDefinition.taskDefinitionArn");

export const roleAnswers = defineAnswers(
  {
    sdkId: "IAM",
    operations: ["CreateRole", "GetRole"],
    bodyBytes: BODY_BYTES,
    facts: [{ kind: "role", of: inBody("Role.Arn"), roles: [inBody("Role.Arn")] }],
    see: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html",
  },
  {
    sdkId: "IAM",
    operations: ["GetInstanceProfile"],
    bodyBytes: BODY_BYTES,
    facts: [{ kind: "role", of: inBody("InstanceProfile.Arn"), roles: [inBody("InstanceProfile.Roles.member.Arn")] }],
    see: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetInstanceProfile.html",
  },
  {
    sdkId: "ECS",
    operations: ["DescribeTaskDefinition", "RegisterTaskDefinition"],
    bodyBytes: BODY_BYTES,
    facts: [
      {
        kind: "role",
        of: TASK_DEFINITION,
        roles: [inBody("taskDefinition.taskRoleArn"), inBody("taskDefinition.executionRoleArn")],
      },
    ],
    see: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html",
  },
);
