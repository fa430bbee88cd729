/** AWS Batch: instance profiles and roles of compute environments, job definitions with and without a revision. */
import { defineService, type OperationRule } from "./define-service.ts";
import { passesProfileIn } from "./instance-profile.ts";
import { passesRoleNamed } from "./named-role.ts";
import { arnIn, bothOf, either, filled, newResource, type ResourceRule } from "./rule-resource.ts";
import { captured, matching, member, unknownPart } from "./rule-value.ts";

const on = (type: string): string => `arn:aws:batch:us-east-1:123456789012:${type}`;

const makesEnvironment = (operation: string, named: string): OperationRule => ({
  authorizedActions: [
    {
      action: `batch:${operation}`,
      resource: filled("compute-environment", {
        ComputeEnvironmentName: captured(member(named), /^(?:arn:.+:compute-environment\/)?([\w-]+)$/),
      }),
    },
    passesProfileIn(["computeResources.instanceRole"], []),
    passesRoleNamed("serviceRole", "batch.amazonaws.com"),
  ],
  because: "the instance profile and the role of an environment are given by ARN or by name",
  see: "https://docs.aws.amazon.com/batch/latest/APIReference/API_ComputeResource.html",
  examples: [
    {
      input: { [named]: "nightly", serviceRole: "batches", computeResources: { instanceRole: "nodes" } },
      permits: [
        `batch:${operation} ${on("compute-environment/nightly")}`,
        "iam:PassRole arn:aws:iam::123456789012:role/* if iam:PassedToService = ec2.amazonaws.com",
        "iam:PassRole arn:aws:iam::123456789012:role/batches if iam:PassedToService = batch.amazonaws.com",
      ],
    },
    {
      input: { [named]: "nightly", serviceRole: "arn:aws:iam::123456789012:role/app/batches" },
      permits: [
        `batch:${operation} ${on("compute-environment/nightly")}`,
        "iam:PassRole arn:aws:iam::123456789012:role/app/batches if iam:PassedToService = batch.amazonaws.com",
      ],
    },
  ],
});

const queueAndDefinition: ResourceRule = bothOf(
  either(arnIn("jobQueue"), filled("job-queue", { JobQueueName: member("jobQueue") })),
  either(
    arnIn("jobDefinition"),
    filled(
      "job-definition-revision",
      matching(member("jobDefinition"), /^(?<JobDefinitionName>[\w-]+):(?<Revision>\d+)$/),
    ),
    filled("job-definition", { JobDefinitionName: member("jobDefinition") }),
  ),
);

export default defineService({
  sdkId: "Batch",
  makes: {
    SubmitJob: newResource("job"),
    RegisterJobDefinition: filled("job-definition-revision", {
      JobDefinitionName: member("jobDefinitionName"),
      Revision: unknownPart("*", "id-assigned-by-aws", "AWS counts the revisions of a job definition"),
    }),
  },
  operations: {
    CreateComputeEnvironment: makesEnvironment("CreateComputeEnvironment", "computeEnvironmentName"),
    UpdateComputeEnvironment: makesEnvironment("UpdateComputeEnvironment", "computeEnvironment"),
    SubmitJob: {
      authorizedActions: [{ action: "batch:SubmitJob", resource: queueAndDefinition }],
      because: "a job is submitted to a queue, from a definition that is named with or without its revision",
      see: "https://docs.aws.amazon.com/batch/latest/userguide/iam-example-job-def.html",
      examples: [
        {
          input: { jobName: "a", jobQueue: "q", jobDefinition: "resize" },
          permits: [`batch:SubmitJob ${on("job-definition/resize")} + ${on("job-queue/q")}`],
        },
        {
          input: { jobName: "a", jobQueue: "q", jobDefinition: "resize:3" },
          permits: [`batch:SubmitJob ${on("job-definition/resize:3")} + ${on("job-queue/q")}`],
        },
        {
          input: { jobName: "a", jobQueue: "q", jobDefinition: "resize:3", tags: { team: "a" } },
          permits: [
            `batch:SubmitJob ${on("job-definition/resize:3")} + ${on("job-queue/q")}`,
            `batch:TagResource ${on("job/*")}`,
          ],
        },
      ],
    },
  },
});
