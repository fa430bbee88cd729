/** Amazon ECS: what is run lives in a cluster that a condition key names, and roles may be given by name. */
import { type AuthorizedAction, type OperationRule, operationRules } from "./define-service.ts";
import { passesRoleNamed } from "./named-role.ts";
import { passesTaskRoles } from "./role-carriers.ts";
import { allOf, unless, whenMember } from "./rule-condition.ts";
import { captured, firstOf, joined, member, ofCall } from "./rule-value.ts";

const CLUSTERS = joined("arn:", ofCall("partition"), ":ecs:", ofCall("region"), ":", ofCall("account"), ":cluster/");

/** The ARN of the cluster that is named, or of the default one. */
const CLUSTER_ARN = firstOf(
  captured(member("cluster"), /^(arn:.+)$/),
  joined(CLUSTERS, firstOf(member("cluster"), "default")),
);

const TO_TASKS = "ecs-tasks.amazonaws.com";

const WEB = "arn:aws:ecs:us-east-1:123456789012:task-definition/web:3";
const IN = "if ecs:cluster = arn:aws:ecs:us-east-1:123456789012:cluster";

const rolesOf = (parent: string): readonly AuthorizedAction[] => [
  passesRoleNamed(`${parent}taskRoleArn`, TO_TASKS),
  passesRoleNamed(`${parent}executionRoleArn`, TO_TASKS),
];

/** A run may replace both roles of its task definition. */
const REPLACES_ROLES = allOf(whenMember("overrides.taskRoleArn"), whenMember("overrides.executionRoleArn"));

const ANY_ROLE = `iam:PassRole arn:aws:iam::123456789012:role/* if iam:PassedToService = ${TO_TASKS}`;

const runs = (operation: string): OperationRule => ({
  authorizedActions: [
    { action: `ecs:${operation}`, conditions: { ArnEquals: { "ecs:cluster": CLUSTER_ARN } } },
    ...rolesOf("overrides."),
    passesTaskRoles({ when: unless(REPLACES_ROLES), principal: TO_TASKS }),
  ],
  because: "a task definition is run in a cluster, which IAM knows by a condition key",
  see: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security_iam_id-based-policy-examples.html",
  examples: [
    { input: { cluster: "prod", taskDefinition: "web:3" }, permits: [`ecs:${operation} ${WEB} ${IN}/prod`, ANY_ROLE] },
    { input: { taskDefinition: WEB }, permits: [`ecs:${operation} ${WEB} ${IN}/default`, ANY_ROLE] },
    {
      input: {
        cluster: "arn:aws:ecs:us-east-1:123456789012:cluster/prod",
        taskDefinition: "web",
        overrides: { taskRoleArn: "arn:aws:iam::123456789012:role/app/web", executionRoleArn: "pulls" },
      },
      permits: [
        `ecs:${operation} arn:aws:ecs:us-east-1:123456789012:task-definition/web:* ${IN}/prod`,
        `iam:PassRole arn:aws:iam::123456789012:role/app/web + arn:aws:iam::123456789012:role/pulls if iam:PassedToService = ${TO_TASKS}`,
      ],
    },
  ],
});

/** `named`: what the service is called by in the request. */
const serves = (operation: string, named: string, ...others: readonly AuthorizedAction[]): OperationRule => ({
  authorizedActions: [
    { action: `ecs:${operation}` },
    ...others,
    passesTaskRoles({ when: whenMember("taskDefinition"), principal: TO_TASKS }),
  ],
  because: "a service hands the roles of its task definition to its tasks",
  see: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html",
  examples: [
    {
      input: { cluster: "prod", [named]: "web", taskDefinition: "web:3" },
      permits: [`ecs:${operation} arn:aws:ecs:us-east-1:123456789012:service/prod/web`, ANY_ROLE],
    },
    {
      input: { cluster: "prod", [named]: "web", desiredCount: 3 },
      permits: [`ecs:${operation} arn:aws:ecs:us-east-1:123456789012:service/prod/web`],
    },
  ],
});

export const ECS_OPERATIONS = operationRules({
  RunTask: runs("RunTask"),
  StartTask: runs("StartTask"),
  CreateService: serves("CreateService", "serviceName", passesRoleNamed("role", "ecs.amazonaws.com")),
  UpdateService: serves("UpdateService", "service"),
  CreateTaskSet: {
    authorizedActions: [
      { action: "ecs:CreateTaskSet" },
      passesTaskRoles({ when: whenMember("taskDefinition"), principal: TO_TASKS }),
    ],
    because: "a task set hands the roles of its task definition to its tasks",
    see: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html",
    examples: [
      {
        input: { cluster: "prod", service: "web", taskDefinition: "web:3" },
        permits: ["ecs:CreateTaskSet arn:aws:ecs:us-east-1:123456789012:task-set/prod/web/*", ANY_ROLE],
      },
    ],
  },
  RegisterTaskDefinition: {
    authorizedActions: [{ action: "ecs:RegisterTaskDefinition" }, ...rolesOf("")],
    because: "the roles of a task definition may be given by their names",
    see: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html",
    examples: [
      {
        input: { family: "web", taskRoleArn: "web", executionRoleArn: "arn:aws:iam::123456789012:role/pulls" },
        permits: [
          "ecs:RegisterTaskDefinition arn:aws:ecs:us-east-1:123456789012:task-definition/web:*",
          `iam:PassRole arn:aws:iam::123456789012:role/pulls + arn:aws:iam::123456789012:role/web if iam:PassedToService = ${TO_TASKS}`,
        ],
      },
      {
        input: { family: "web" },
        permits: ["ecs:RegisterTaskDefinition arn:aws:ecs:us-east-1:123456789012:task-definition/web:*"],
      },
    ],
  },
});
