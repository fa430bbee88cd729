/** Systems Manager: commands and associations are checked on their document and on every node that the request names. */
import { authorizedAs, operationRules } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { filled } from "./rule-resource.ts";
import { member } from "./rule-value.ts";
import { documentNamed, nodesNamed } from "./ssm-names.ts";
import { onTargets } from "./ssm-targets.ts";

export default operationRules({
  SendCommand: {
    authorizedActions: [
      { action: "ssm:SendCommand", resource: documentNamed(member("DocumentName")) },
      {
        action: "ssm:SendCommand",
        resource: nodesNamed(member("InstanceIds[]")),
        when: whenMember("InstanceIds"),
        because: "every node is checked",
      },
      ...onTargets("ssm:SendCommand"),
      {
        action: "ssm:SendCommand",
        resource: filled("bucket", { BucketName: member("OutputS3BucketName") }),
        when: whenMember("OutputS3BucketName"),
        because: "the bucket that the output goes to is checked",
      },
    ],
    because: "a command is checked on its document, its nodes and the bucket of its output",
    see: "https://docs.aws.amazon.com/systems-manager/latest/userguide/run-command-setting-up.html",
    examples: [
      {
        input: { DocumentName: "AWS-RunShellScript", InstanceIds: ["i-0123456789abcdef0", "mi-0123456789abcdef0"] },
        permits: [
          "ssm:SendCommand arn:aws:ec2:us-east-1:123456789012:instance/i-0123456789abcdef0 + arn:aws:ssm:us-east-1:123456789012:managed-instance/mi-0123456789abcdef0 + arn:aws:ssm:us-east-1::document/AWS-RunShellScript",
        ],
      },
      {
        input: {
          DocumentName: "deploy",
          Targets: [{ Key: "InstanceIds", Values: ["i-0123456789abcdef0"] }],
          OutputS3BucketName: "logs",
        },
        permits: [
          "ssm:SendCommand arn:aws:ec2:us-east-1:123456789012:instance/i-0123456789abcdef0 + arn:aws:s3:::logs + arn:aws:ssm:us-east-1:123456789012:document/deploy",
        ],
      },
      {
        input: { DocumentName: "deploy", Targets: [{ Key: "tag:role", Values: ["web"] }] },
        permits: [
          "ssm:SendCommand arn:aws:ssm:us-east-1:123456789012:document/deploy",
          "ssm:SendCommand arn:aws:ec2:us-east-1:123456789012:instance/* + arn:aws:ssm:us-east-1:123456789012:managed-instance/*",
        ],
      },
    ],
  },
  CreateAssociationBatch: {
    authorizedActions: [
      {
        action: "ssm:CreateAssociationBatch",
        forEach: "Entries[]",
        resource: documentNamed(member("Entries[].Name")),
      },
      {
        action: "ssm:CreateAssociationBatch",
        forEach: "Entries[]",
        resource: nodesNamed(member("Entries[].InstanceId")),
        when: whenMember("Entries[].InstanceId"),
      },
    ],
    because: "each entry is checked on its document and its node",
    see: "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreateAssociationBatch.html",
    examples: [
      {
        input: { Entries: [{ Name: "deploy", InstanceId: "i-0123456789abcdef0" }, { Name: "AWS-UpdateSSMAgent" }] },
        permits: [
          "ssm:CreateAssociationBatch arn:aws:ec2:us-east-1:123456789012:instance/i-0123456789abcdef0 + arn:aws:ssm:us-east-1:123456789012:document/deploy + arn:aws:ssm:us-east-1::document/AWS-UpdateSSMAgent",
        ],
      },
    ],
  },
  StartAccessRequest: {
    authorizedActions: onTargets("ssm:StartAccessRequest"),
    because: "access is asked for the nodes of the targets",
    see: "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_StartAccessRequest.html",
    examples: [
      {
        input: { Reason: "fix", Targets: [{ Key: "InstanceIds", Values: ["i-0123456789abcdef0"] }] },
        permits: ["ssm:StartAccessRequest arn:aws:ec2:us-east-1:123456789012:instance/i-0123456789abcdef0"],
      },
    ],
  },
  GetCalendarState: {
    authorizedActions: [
      {
        action: "ssm:GetCalendarState",
        forEach: "CalendarNames[]",
        resource: documentNamed(member("CalendarNames[]")),
      },
    ],
    because: "a calendar is a document",
    see: "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetCalendarState.html",
    examples: [
      {
        input: { CalendarNames: ["holidays"] },
        permits: ["ssm:GetCalendarState arn:aws:ssm:us-east-1:123456789012:document/holidays"],
      },
    ],
  },
  ...authorizedAs(
    {
      DescribeEffectiveInstanceAssociations: "DescribeEffectiveInstanceAssociations",
      DescribeInstanceAssociationsStatus: "DescribeInstanceAssociationsStatus",
      DescribeInstancePatches: "DescribeInstancePatches",
    },
    {
      servicePrefix: "ssm",
      resource: nodesNamed(member("InstanceId")),
      because: "a node is an instance of EC2 or one outside it, never both",
      see: "https://docs.aws.amazon.com/systems-manager/latest/userguide/security_iam_service-with-iam.html",
      example: {
        input: { InstanceId: "i-0123456789abcdef0" },
        on: "arn:aws:ec2:us-east-1:123456789012:instance/i-0123456789abcdef0",
      },
    },
  ),
  ...authorizedAs(
    { DescribeInstancePatchStates: "DescribeInstancePatchStates" },
    {
      servicePrefix: "ssm",
      resource: nodesNamed(member("InstanceIds[]")),
      because: "a node is an instance of EC2 or one outside it, never both",
      see: "https://docs.aws.amazon.com/systems-manager/latest/userguide/security_iam_service-with-iam.html",
      example: {
        input: { InstanceIds: ["mi-0123456789abcdef0"] },
        on: "arn:aws:ssm:us-east-1:123456789012:managed-instance/mi-0123456789abcdef0",
      },
    },
  ),
});
