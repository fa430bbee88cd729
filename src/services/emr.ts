/** Amazon EMR: clusters are job flows in its older operations, roles are given by name, and tags name any kind of resource by its id. */
import { defineService } from "./define-service.ts";
import { passesRoleNamed } from "./named-role.ts";
import { whenMember } from "./rule-condition.ts";
import { everyResource, filled } from "./rule-resource.ts";
import { captured, firstOf, member, unknownPart } from "./rule-value.ts";

export default defineService({
  sdkId: "EMR",
  resources: {
    cluster: {
      filledBy: [
        {
          ClusterId: firstOf(
            member("ClusterId"),
            member("JobFlowId"),
            member("JobFlowIds[]"),
            captured(member("ResourceId"), /^(j-.+)$/),
            member("ExecutionEngine.Id"),
            captured(member("TargetResourceArn"), /:cluster\/([^/]+)/),
          ),
        },
      ],
      because: "a cluster was called a job flow, and its id begins with `j-`",
      see: "https://docs.aws.amazon.com/emr/latest/APIReference/API_TerminateJobFlows.html",
      examples: [
        {
          operation: "TerminateJobFlows",
          input: { JobFlowIds: ["j-1", "j-2"] },
          permits: [
            "elasticmapreduce:TerminateJobFlows arn:aws:elasticmapreduce:us-east-1:123456789012:cluster/j-1 + arn:aws:elasticmapreduce:us-east-1:123456789012:cluster/j-2",
          ],
        },
        {
          operation: "AddTags",
          input: { ResourceId: "j-1", Tags: [{ Key: "a" }] },
          permits: ["elasticmapreduce:AddTags arn:aws:elasticmapreduce:us-east-1:123456789012:cluster/j-1"],
        },
      ],
    },
    editor: {
      filledBy: [{ EditorId: firstOf(member("EditorId"), captured(member("ResourceId"), /^(e-.+)$/)) }],
      because: "the id of a notebook begins with `e-`",
      see: "https://docs.aws.amazon.com/emr/latest/APIReference/API_AddTags.html",
      examples: [
        {
          operation: "RemoveTags",
          input: { ResourceId: "e-1", TagKeys: ["a"] },
          permits: ["elasticmapreduce:RemoveTags arn:aws:elasticmapreduce:us-east-1:123456789012:editor/e-1"],
        },
      ],
    },
    "notebook-execution": {
      filledBy: [
        {
          NotebookExecutionId: firstOf(member("NotebookExecutionId"), captured(member("ResourceId"), /^(ex-.+)$/)),
        },
      ],
      because: "the id of a notebook's execution begins with `ex-`",
      see: "https://docs.aws.amazon.com/emr/latest/APIReference/API_AddTags.html",
      examples: [
        {
          operation: "AddTags",
          input: { ResourceId: "ex-1", Tags: [{ Key: "a" }] },
          permits: ["elasticmapreduce:AddTags arn:aws:elasticmapreduce:us-east-1:123456789012:notebook-execution/ex-1"],
        },
      ],
    },
    studio: {
      filledBy: [{ StudioId: firstOf(member("StudioId"), captured(member("ResourceId"), /^(es-.+)$/)) }],
      because: "the id of a studio begins with `es-`",
      see: "https://docs.aws.amazon.com/emr/latest/APIReference/API_AddTags.html",
      examples: [
        {
          operation: "AddTags",
          input: { ResourceId: "es-1", Tags: [{ Key: "a" }] },
          permits: ["elasticmapreduce:AddTags arn:aws:elasticmapreduce:us-east-1:123456789012:studio/es-1"],
        },
      ],
    },
  },
  operations: {
    RunJobFlow: {
      authorizedActions: [
        { action: "elasticmapreduce:RunJobFlow", resource: everyResource },
        {
          action: "elasticmapreduce:AddTags",
          resource: filled("cluster", {
            ClusterId: unknownPart("*", "id-assigned-by-aws", "AWS chooses the id of the cluster"),
          }),
          when: whenMember("Tags"),
          origin: "dependent",
          because: "the new cluster is tagged",
        },
        passesRoleNamed("ServiceRole", "elasticmapreduce.amazonaws.com"),
        passesRoleNamed("JobFlowRole", "ec2.amazonaws.com"),
        passesRoleNamed("AutoScalingRole", "application-autoscaling.amazonaws.com"),
      ],
      because: "a cluster is handed roles by name, the one of its instances by the instance profile of the same name",
      see: "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-iam-roles.html",
      examples: [
        { input: { Name: "c" }, permits: ["elasticmapreduce:RunJobFlow *"] },
        {
          input: {
            Name: "c",
            ServiceRole: "EMR_DefaultRole",
            JobFlowRole: "EMR_EC2_DefaultRole",
            Tags: [{ Key: "a" }],
          },
          permits: [
            "elasticmapreduce:RunJobFlow *",
            "elasticmapreduce:AddTags arn:aws:elasticmapreduce:us-east-1:123456789012:cluster/*",
            "iam:PassRole arn:aws:iam::123456789012:role/EMR_DefaultRole if iam:PassedToService = elasticmapreduce.amazonaws.com",
            "iam:PassRole arn:aws:iam::123456789012:role/EMR_EC2_DefaultRole if iam:PassedToService = ec2.amazonaws.com",
          ],
        },
      ],
    },
    CreateStudio: {
      authorizedActions: [
        { action: "elasticmapreduce:CreateStudio", resource: everyResource },
        passesRoleNamed("ServiceRole", "elasticmapreduce.amazonaws.com"),
        passesRoleNamed("UserRole", "elasticmapreduce.amazonaws.com"),
      ],
      because: "a studio is handed its roles by name or ARN",
      see: "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-studio-admin-permissions.html",
      examples: [
        {
          input: { Name: "s", ServiceRole: "arn:aws:iam::123456789012:role/studio", UserRole: "user" },
          permits: [
            "elasticmapreduce:CreateStudio *",
            "iam:PassRole arn:aws:iam::123456789012:role/studio + arn:aws:iam::123456789012:role/user if iam:PassedToService = elasticmapreduce.amazonaws.com",
          ],
        },
      ],
    },
    StartNotebookExecution: {
      authorizedActions: [
        { action: "elasticmapreduce:StartNotebookExecution" },
        passesRoleNamed("ServiceRole", "elasticmapreduce.amazonaws.com"),
      ],
      because: "an execution is handed its role by name or ARN",
      see: "https://docs.aws.amazon.com/emr/latest/APIReference/API_StartNotebookExecution.html",
      examples: [
        {
          input: { EditorId: "e-1", ExecutionEngine: { Id: "j-1" }, ServiceRole: "notebooks" },
          permits: [
            "elasticmapreduce:StartNotebookExecution arn:aws:elasticmapreduce:us-east-1:123456789012:cluster/j-1 + arn:aws:elasticmapreduce:us-east-1:123456789012:editor/e-1",
            "iam:PassRole arn:aws:iam::123456789012:role/notebooks if iam:PassedToService = elasticmapreduce.amazonaws.com",
          ],
        },
      ],
    },
  },
});
