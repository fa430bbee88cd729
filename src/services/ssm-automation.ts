/** Systems Manager: an automation is checked on its runbook, the runbook's version, and the execution that begins. */
import { operationRules } from "./define-service.ts";
import { bothOf } from "./rule-resource.ts";
import { member } from "./rule-value.ts";
import { documentNamed } from "./ssm-names.ts";
import { NEW_EXECUTION, runbook } from "./ssm-runbooks.ts";

export default operationRules({
  StartAutomationExecution: {
    authorizedActions: [
      {
        action: "ssm:StartAutomationExecution",
        resource: bothOf(
          documentNamed(member("DocumentName")),
          runbook("DocumentName", "DocumentVersion"),
          NEW_EXECUTION,
        ),
      },
    ],
    because: "an automation is checked on its runbook, at the version that runs, and on the execution",
    see: "https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-setup-iam.html",
    examples: [
      {
        input: { DocumentName: "AWS-RestartEC2Instance" },
        permits: [
          "ssm:StartAutomationExecution arn:aws:ssm:us-east-1::automation-definition/AWS-RestartEC2Instance:$DEFAULT + arn:aws:ssm:us-east-1::document/AWS-RestartEC2Instance",
          "ssm:StartAutomationExecution arn:aws:ssm:us-east-1:123456789012:automation-execution/*",
        ],
      },
      {
        input: { DocumentName: "patch", DocumentVersion: "3" },
        permits: [
          "ssm:StartAutomationExecution arn:aws:ssm:us-east-1:123456789012:automation-definition/patch:3 + arn:aws:ssm:us-east-1:123456789012:document/patch",
          "ssm:StartAutomationExecution arn:aws:ssm:us-east-1:123456789012:automation-execution/*",
        ],
      },
    ],
  },
  StartChangeRequestExecution: {
    authorizedActions: [
      {
        action: "ssm:StartChangeRequestExecution",
        resource: bothOf(
          documentNamed(member("DocumentName")),
          runbook("DocumentName", "DocumentVersion"),
          NEW_EXECUTION,
        ),
      },
      {
        action: "ssm:StartChangeRequestExecution",
        forEach: "Runbooks[]",
        resource: runbook("Runbooks[].DocumentName", "Runbooks[].DocumentVersion"),
        because: "the runbooks of the change are checked too",
      },
    ],
    because: "an automation is checked on its runbook, at the version that runs, and on the execution",
    see: "https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-setup-iam.html",
    examples: [
      {
        input: { DocumentName: "change", DocumentVersion: "1", Runbooks: [{ DocumentName: "patch" }] },
        permits: [
          "ssm:StartChangeRequestExecution arn:aws:ssm:us-east-1:123456789012:automation-definition/change:1 + arn:aws:ssm:us-east-1:123456789012:automation-definition/patch:$DEFAULT + arn:aws:ssm:us-east-1:123456789012:document/change",
          "ssm:StartChangeRequestExecution arn:aws:ssm:us-east-1:123456789012:automation-execution/*",
        ],
      },
    ],
  },
});
