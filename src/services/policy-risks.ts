/**
 * What can be done with permissions beyond what they say: ways to gain further permissions, and actions that open secrets,
 * keys, data or roles. Told, never refused: a deployment role needs many of them.
 */
import type { PolicyRisk } from "../iam/policy-risk.ts";

const IAM =
  "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html";
const PASS_ROLE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html";

const escalation = (because: string, see: string, ...actions: PolicyRisk["actions"]): PolicyRisk => ({
  kind: "privilege-escalation",
  actions,
  because,
  see,
});

/** Passing a role to what then runs one's own code gives one that role. */
const passing = (to: string, ...actions: PolicyRisk["actions"]): PolicyRisk =>
  escalation(`act as a role that it passes to ${to}`, PASS_ROLE, ["iam:PassRole"], ...actions);

const sensitive = (because: string, see: string, ...actions: readonly string[]): PolicyRisk => ({
  kind: "sensitive-grant",
  actions: [actions],
  because,
  see,
});

export const POLICY_RISKS: readonly PolicyRisk[] = [
  escalation("rewrite a managed policy, also one of its own", IAM, [
    "iam:CreatePolicyVersion",
    "iam:SetDefaultPolicyVersion",
  ]),
  escalation("give a principal any policy", IAM, [
    "iam:AttachGroupPolicy",
    "iam:AttachRolePolicy",
    "iam:AttachUserPolicy",
    "iam:PutGroupPolicy",
    "iam:PutRolePolicy",
    "iam:PutUserPolicy",
  ]),
  escalation("put a user into a group", IAM, ["iam:AddUserToGroup"]),
  escalation("make credentials for another user", IAM, [
    "iam:CreateAccessKey",
    "iam:CreateLoginProfile",
    "iam:CreateServiceSpecificCredential",
    "iam:ResetServiceSpecificCredential",
    "iam:UpdateLoginProfile",
  ]),
  escalation("open a role to whom it likes", IAM, ["iam:UpdateAssumeRolePolicy"]),
  escalation("lift the boundary of a principal", IAM, [
    "iam:DeleteRolePermissionsBoundary",
    "iam:DeleteUserPermissionsBoundary",
    "iam:PutRolePermissionsBoundary",
    "iam:PutUserPermissionsBoundary",
  ]),
  escalation("let an identity provider of its own vouch for users", IAM, [
    "iam:AddClientIDToOpenIDConnectProvider",
    "iam:CreateSAMLProvider",
    "iam:UpdateOpenIDConnectProviderThumbprint",
    "iam:UpdateSAMLProvider",
  ]),
  escalation(
    "assign permissions to users of IAM Identity Center",
    "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsiamidentitycenter.html",
    ["sso:AttachManagedPolicyToPermissionSet", "sso:CreateAccountAssignment", "sso:PutInlinePolicyToPermissionSet"],
  ),
  passing("an instance", [
    "ec2:AssociateIamInstanceProfile",
    "ec2:CreateFleet",
    "ec2:ReplaceIamInstanceProfileAssociation",
    "ec2:RequestSpotFleet",
    "ec2:RequestSpotInstances",
    "ec2:RunInstances",
    "iam:AddRoleToInstanceProfile",
  ]),
  passing("an instance that a group launches", [
    "autoscaling:CreateLaunchConfiguration",
    "ec2:CreateLaunchTemplateVersion",
  ]),
  passing(
    "a function",
    ["lambda:CreateFunction"],
    ["lambda:AddPermission", "lambda:CreateEventSourceMapping", "lambda:InvokeFunction"],
  ),
  passing("a stack", [
    "cloudformation:CreateChangeSet",
    "cloudformation:CreateStack",
    "cloudformation:CreateStackSet",
    "cloudformation:UpdateStack",
    "cloudformation:UpdateStackSet",
  ]),
  passing("a Glue job, session or endpoint", [
    "glue:CreateDevEndpoint",
    "glue:CreateJob",
    "glue:CreateSession",
    "glue:UpdateJob",
  ]),
  passing("a build", ["codebuild:CreateProject", "codebuild:UpdateProject"]),
  passing("a container", [
    "apprunner:CreateService",
    "apprunner:UpdateService",
    "batch:RegisterJobDefinition",
    "ecs:CreateService",
    "ecs:RegisterTaskDefinition",
    "ecs:RunTask",
    "ecs:StartTask",
  ]),
  passing("a notebook or job of SageMaker", [
    "sagemaker:CreateNotebookInstance",
    "sagemaker:CreateProcessingJob",
    "sagemaker:CreateTrainingJob",
  ]),
  passing("a state machine or schedule", [
    "events:PutTargets",
    "scheduler:CreateSchedule",
    "states:CreateStateMachine",
    "states:UpdateStateMachine",
  ]),
  passing("a data pipeline", ["datapipeline:CreatePipeline"], ["datapipeline:PutPipelineDefinition"]),
  passing("a cluster or application of EMR", ["elasticmapreduce:RunJobFlow", "emr-serverless:StartJobRun"]),
  passing("an automation", ["ssm:StartAutomationExecution"]),
  passing("a code interpreter", ["bedrock-agentcore:CreateCodeInterpreter"]),
  escalation(
    "run code as the role of a function that exists",
    "https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html",
    ["lambda:UpdateFunctionCode"],
  ),
  escalation(
    "run code as the role of a function that exists, from a layer of its own",
    "https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html",
    ["lambda:UpdateFunctionConfiguration"],
  ),
  escalation(
    "run code as the role of a development endpoint that exists",
    "https://docs.aws.amazon.com/glue/latest/dg/dev-endpoint.html",
    ["glue:UpdateDevEndpoint"],
  ),
  escalation(
    "run commands as the role of an instance that exists",
    "https://docs.aws.amazon.com/systems-manager/latest/userguide/run-command.html",
    ["ssm:CreateAssociation", "ssm:SendCommand", "ssm:StartSession"],
  ),
  escalation(
    "log in to an instance that exists and act as its role",
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/connect-linux-inst-eic.html",
    ["ec2-instance-connect:SendSSHPublicKey", "ec2-instance-connect:SendSerialConsoleSSHPublicKey"],
  ),
  escalation(
    "run commands as the role of a task that exists",
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html",
    ["ecs:ExecuteCommand"],
  ),
  escalation(
    "act as the role of a notebook or domain that exists",
    "https://docs.aws.amazon.com/sagemaker/latest/dg/security-iam.html",
    ["sagemaker:CreatePresignedDomainUrl", "sagemaker:CreatePresignedNotebookInstanceUrl"],
  ),
  escalation(
    "run code of its own in a build that exists, as the role of that",
    "https://docs.aws.amazon.com/codebuild/latest/userguide/run-build.html",
    ["codebuild:StartBuild", "codebuild:StartBuildBatch"],
  ),
  sensitive("hand any role to AWS", PASS_ROLE, "iam:PassRole"),
  sensitive(
    "become any role that trusts the account",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html",
    "sts:AssumeRole",
  ),
  sensitive(
    "read what any key protects",
    "https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html",
    "kms:CreateGrant",
    "kms:Decrypt",
    "kms:PutKeyPolicy",
  ),
  sensitive(
    "read or share any secret",
    "https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html",
    "secretsmanager:GetSecretValue",
    "secretsmanager:PutResourcePolicy",
  ),
  sensitive(
    "read any parameter, also those that hold passwords",
    "https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html",
    "ssm:GetParameter",
    "ssm:GetParameterHistory",
    "ssm:GetParameters",
    "ssm:GetParametersByPath",
  ),
  sensitive(
    "open any bucket to whom it likes",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html",
    "s3:PutBucketAcl",
    "s3:PutBucketPolicy",
  ),
  sensitive(
    "log in to any database",
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html",
    "rds-db:connect",
    "redshift:GetClusterCredentials",
  ),
  sensitive(
    "read the administrator's password of any Windows instance",
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetPasswordData.html",
    "ec2:GetPasswordData",
  ),
];
