/** Amazon ECS: the default cluster where none is named, task definitions by family and revision, roles by name. */
import { defineService, type ResourceTypeRule } from "./define-service.ts";
import { ECS_OPERATIONS } from "./ecs-tasks.ts";
import { allOf, unlessMember, whenMatches } from "./rule-condition.ts";
import { filled } from "./rule-resource.ts";
import { captured, eachOf, fillWhen, firstOf, matching, member, ofCall, unknownPart } from "./rule-value.ts";

const SEE = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html";

/** A name or the ARN that ends with it. */
const CLUSTER = captured(firstOf(member("cluster"), "default"), /^(?:arn:.+:cluster\/)?([^:/]+)$/);

/** Names only: ARNs in the input are found without a rule. */
const NAME = /^([^:/]+)$/;

const DEFAULT_MEANT = whenMatches(
  ofCall("operation"),
  /^(?:CreateCluster|DescribeClusters|ExecuteCommand|ListAttributes|ListContainerInstances)$/,
);

const taskDefinition: ResourceTypeRule = {
  filledBy: [
    matching(
      eachOf(member("taskDefinition"), member("taskDefinitions[]")),
      /^(?<TaskDefinitionFamilyName>[\w-]+):(?<TaskDefinitionRevisionNumber>\d+)$/,
    ),
    matching(member("taskDefinition"), /^(?<TaskDefinitionFamilyName>[\w-]+)$/, {
      also: {
        TaskDefinitionRevisionNumber: unknownPart(
          "*",
          "no-resource-in-input",
          "without a revision the latest active one of the family is meant",
        ),
      },
    }),
    {
      TaskDefinitionFamilyName: member("family"),
      TaskDefinitionRevisionNumber: unknownPart("*", "id-assigned-by-aws", "AWS counts the revisions of a family"),
    },
  ],
  because: "a task definition is named by its family and revision, or by its family alone for the latest",
  see: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
  examples: [
    {
      operation: "DeleteTaskDefinitions",
      input: { taskDefinitions: ["web:3"] },
      permits: ["ecs:DeleteTaskDefinitions arn:aws:ecs:us-east-1:123456789012:task-definition/web:3"],
    },
  ],
};

const daemonTaskDefinition: ResourceTypeRule = {
  filledBy: [
    matching(
      member("daemonTaskDefinition"),
      /^(?<DaemonTaskDefinitionFamilyName>[\w-]+):(?<DaemonTaskDefinitionRevisionNumber>\d+)$/,
    ),
    {
      DaemonTaskDefinitionFamilyName: captured(firstOf(member("daemonTaskDefinition"), member("family")), NAME),
      DaemonTaskDefinitionRevisionNumber: unknownPart("*", "no-resource-in-input", "the latest revision is meant"),
    },
  ],
  because: "a daemon's task definition is named as any other, by family and revision",
  see: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeDaemonTaskDefinition.html",
  examples: [
    {
      operation: "DescribeDaemonTaskDefinition",
      input: { daemonTaskDefinition: "agent:3" },
      permits: ["ecs:DescribeDaemonTaskDefinition arn:aws:ecs:us-east-1:123456789012:daemon-task-definition/agent:3"],
    },
    {
      operation: "DescribeDaemonTaskDefinition",
      input: { daemonTaskDefinition: "agent" },
      permits: ["ecs:DescribeDaemonTaskDefinition arn:aws:ecs:us-east-1:123456789012:daemon-task-definition/agent:*"],
    },
  ],
};

/** What a run makes, in the cluster that it is in. */
const RUN_TASK = filled("task", {
  ClusterName: CLUSTER,
  TaskId: unknownPart("*", "id-assigned-by-aws", "TaskId of task"),
});

export default defineService({
  sdkId: "ECS",
  resources: {
    "task-definition": taskDefinition,
    "daemon-task-definition": daemonTaskDefinition,
    cluster: {
      filledBy: [
        { ClusterName: eachOf(member("cluster"), member("clusters[]"), member("clusterName")) },
        fillWhen(allOf(DEFAULT_MEANT, unlessMember("cluster"), unlessMember("clusters"), unlessMember("clusterName")), {
          ClusterName: "default",
        }),
      ],
      because: "where no cluster is named, the default one is meant",
      see: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeClusters.html",
      examples: [
        {
          operation: "DescribeClusters",
          input: {},
          permits: ["ecs:DescribeClusters arn:aws:ecs:us-east-1:123456789012:cluster/default"],
        },
        {
          operation: "DescribeClusters",
          input: { clusters: ["web", "arn:aws:ecs:us-east-1:123456789012:cluster/batch"] },
          permits: [
            "ecs:DescribeClusters arn:aws:ecs:us-east-1:123456789012:cluster/batch + arn:aws:ecs:us-east-1:123456789012:cluster/web",
          ],
        },
        {
          operation: "SubmitTaskStateChange",
          input: { cluster: "web", task: "t" },
          permits: ["ecs:SubmitTaskStateChange arn:aws:ecs:us-east-1:123456789012:cluster/web"],
        },
      ],
    },
    service: {
      filledBy: [
        {
          ClusterName: CLUSTER,
          ServiceName: captured(eachOf(member("service"), member("serviceName"), member("services[]")), NAME),
        },
      ],
      because: "where no cluster is named, the default one is meant",
      see: SEE,
      examples: [
        {
          operation: "DescribeServices",
          input: { services: ["web"] },
          permits: ["ecs:DescribeServices arn:aws:ecs:us-east-1:123456789012:service/default/web"],
        },
        {
          operation: "UpdateService",
          input: { cluster: "arn:aws:ecs:us-east-1:123456789012:cluster/prod", service: "web" },
          permits: ["ecs:UpdateService arn:aws:ecs:us-east-1:123456789012:service/prod/web"],
        },
      ],
    },
    task: {
      filledBy: [{ ClusterName: CLUSTER, TaskId: captured(eachOf(member("task"), member("tasks[]")), NAME) }],
      because: "where no cluster is named, the default one is meant",
      see: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_StopTask.html",
      examples: [
        {
          operation: "StopTask",
          input: { task: "0a1b" },
          permits: ["ecs:StopTask arn:aws:ecs:us-east-1:123456789012:task/default/0a1b"],
        },
      ],
    },
    "container-instance": {
      filledBy: [
        {
          ClusterName: CLUSTER,
          ContainerInstanceId: captured(
            eachOf(member("containerInstance"), member("containerInstances[]"), member("attributes[].targetId")),
            NAME,
          ),
        },
        fillWhen(allOf(whenMatches(ofCall("operation"), /^ListTasks$/), unlessMember("containerInstance")), {
          ClusterName: CLUSTER,
          ContainerInstanceId: unknownPart("*", "no-resource-in-input", "tasks on any instance are listed"),
        }),
      ],
      because: "where no cluster is named, the default one is meant",
      see: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListTasks.html",
      examples: [
        {
          operation: "ListTasks",
          input: {},
          permits: ["ecs:ListTasks arn:aws:ecs:us-east-1:123456789012:container-instance/default/*"],
        },
        {
          operation: "PutAttributes",
          input: {
            cluster: "web",
            attributes: [{ name: "stack", targetType: "container-instance", targetId: "0a1b" }],
          },
          permits: ["ecs:PutAttributes arn:aws:ecs:us-east-1:123456789012:container-instance/web/0a1b"],
        },
      ],
    },
  },
  operations: ECS_OPERATIONS,
  makes: { RunTask: RUN_TASK, StartTask: RUN_TASK },
});
