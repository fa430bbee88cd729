/** AWS Systems Manager: parameters, documents, nodes and maintenance windows by name, id or ARN. */
import { defineService } from "./define-service.ts";
import { captured, firstOf, joined, member, unknownPart } from "./rule-value.ts";
import activations from "./ssm-activations.ts";
import automation from "./ssm-automation.ts";
import { documentFills, instanceFill, managedInstanceFill, NODE_MEMBERS, parameterFills } from "./ssm-names.ts";
import nodes from "./ssm-nodes.ts";
import parameters from "./ssm-parameters.ts";
import sessions from "./ssm-sessions.ts";

export default defineService({
  sdkId: "SSM",
  resources: {
    parameter: {
      filledBy: parameterFills(member("Name")),
      because: "the ARN holds the name without version, label and leading slash; AWS's own parameters have no account",
      see: "https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html",
      examples: [
        {
          operation: "GetParameter",
          input: { Name: "/app/db/url:3" },
          permits: ["ssm:GetParameter arn:aws:ssm:us-east-1:123456789012:parameter/app/db/url"],
        },
        {
          operation: "GetParameterHistory",
          input: { Name: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64" },
          permits: [
            "ssm:GetParameterHistory arn:aws:ssm:us-east-1::parameter/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64",
          ],
        },
        {
          operation: "GetParameter",
          input: { Name: "arn:aws:ssm:eu-west-1:111122223333:parameter/shared/a" },
          permits: ["ssm:GetParameter arn:aws:ssm:eu-west-1:111122223333:parameter/shared/a"],
        },
      ],
    },
    document: {
      filledBy: documentFills(firstOf(member("DocumentName"), member("Name"))),
      because: "documents that AWS owns are named without an account",
      see: "https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-command-ssm-plugin-reference.html",
      examples: [
        {
          operation: "GetDocument",
          input: { Name: "AWS-RunShellScript" },
          permits: ["ssm:GetDocument arn:aws:ssm:us-east-1::document/AWS-RunShellScript"],
        },
        {
          operation: "DescribeDocument",
          input: { Name: "deploy" },
          permits: ["ssm:DescribeDocument arn:aws:ssm:us-east-1:123456789012:document/deploy"],
        },
      ],
    },
    instance: {
      filledBy: [instanceFill(NODE_MEMBERS)],
      because: "only an id that begins with `i-` is an instance of EC2",
      see: "https://docs.aws.amazon.com/systems-manager/latest/userguide/security_iam_service-with-iam.html",
      examples: [
        {
          operation: "ListInstanceAssociations",
          input: { InstanceId: "mi-0123456789abcdef0" },
          permits: [
            "ssm:ListInstanceAssociations arn:aws:ssm:us-east-1:123456789012:managed-instance/mi-0123456789abcdef0",
          ],
        },
      ],
    },
    "managed-instance": {
      filledBy: [managedInstanceFill(NODE_MEMBERS)],
      because: "an id that begins with `mi-` is a node outside EC2",
      see: "https://docs.aws.amazon.com/systems-manager/latest/userguide/security_iam_service-with-iam.html",
      examples: [
        {
          operation: "ListInstanceAssociations",
          input: { InstanceId: "i-0123456789abcdef0" },
          permits: ["ssm:ListInstanceAssociations arn:aws:ec2:us-east-1:123456789012:instance/i-0123456789abcdef0"],
        },
      ],
    },
    maintenancewindow: {
      filledBy: [{ ResourceId: member("WindowId") }],
      because: "a maintenance window is named by its id",
      see: "https://docs.aws.amazon.com/systems-manager/latest/userguide/security_iam_service-with-iam.html",
      examples: [
        {
          operation: "GetMaintenanceWindow",
          input: { WindowId: "mw-0c50858d01EXAMPLE" },
          permits: [
            "ssm:GetMaintenanceWindow arn:aws:ssm:us-east-1:123456789012:maintenancewindow/mw-0c50858d01EXAMPLE",
          ],
        },
      ],
    },
    patchbaseline: {
      filledBy: [{ PatchBaselineIdResourceId: member("BaselineId") }],
      because: "a baseline is named by its id, one of AWS by its ARN",
      see: "https://docs.aws.amazon.com/systems-manager/latest/userguide/security_iam_service-with-iam.html",
      examples: [
        {
          operation: "GetPatchBaseline",
          input: { BaselineId: "pb-0123456789abcdef0" },
          permits: ["ssm:GetPatchBaseline arn:aws:ssm:us-east-1:123456789012:patchbaseline/pb-0123456789abcdef0"],
        },
        {
          operation: "GetPatchBaseline",
          input: { BaselineId: "arn:aws:ssm:us-east-1:075727635805:patchbaseline/pb-0e392de35e7c563b7" },
          permits: ["ssm:GetPatchBaseline arn:aws:ssm:us-east-1:075727635805:patchbaseline/pb-0e392de35e7c563b7"],
        },
      ],
    },
    servicesetting: {
      filledBy: [
        { ResourceId: captured(member("SettingId"), /^(arn:.+)$/) },
        { ResourceId: captured(member("SettingId"), /^\/?(.+)$/) },
      ],
      because: "the ARN holds the setting's id without its leading slash",
      see: "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetServiceSetting.html",
      examples: [
        {
          operation: "GetServiceSetting",
          input: { SettingId: "/ssm/parameter-store/high-throughput-enabled" },
          permits: [
            "ssm:GetServiceSetting arn:aws:ssm:us-east-1:123456789012:servicesetting/ssm/parameter-store/high-throughput-enabled",
          ],
        },
      ],
    },
    session: {
      filledBy: [
        {
          SessionId: joined(
            captured(member("SessionId"), /^(.+)-[0-9a-z]+$/),
            unknownPart(
              "-*",
              "id-assigned-by-aws",
              "a session's id is the user's name and a new part for each session",
            ),
          ),
        },
      ],
      because: "session ids begin with the name of who started them, the rest is new each time",
      see: "https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-examples.html",
      examples: [
        {
          operation: "TerminateSession",
          input: { SessionId: "alice-0a16060f7e3cf6b58" },
          permits: ["ssm:TerminateSession arn:aws:ssm:us-east-1:123456789012:session/alice-*"],
        },
      ],
    },
  },
  operations: { ...parameters, ...nodes, ...sessions, ...automation, ...activations },
});
