/** AWS Audit Manager: a framework's controls are named inside of its control sets. */
import { authorizedOn, defineService } from "./define-service.ts";
import { filled, newResource } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

const HERE = "arn:aws:auditmanager:us-east-1:123456789012";

const CONTROLS = filled("control", { ControlId: member("controlSets[].controls[].id") });

export default defineService({
  sdkId: "AuditManager",
  operations: authorizedOn(
    {
      CreateAssessmentFramework: {
        resources: [CONTROLS, newResource("assessmentFramework")],
        input: { name: "f", controlSets: [{ name: "s", controls: [{ id: "c1" }, { id: "c2" }] }] },
        on: [`${HERE}:control/c1 + ${HERE}:control/c2`, `${HERE}:assessmentFramework/*`],
      },
      UpdateAssessmentFramework: {
        resources: [CONTROLS, filled("assessmentFramework", { AssessmentFrameworkId: member("frameworkId") })],
        input: { frameworkId: "f1", name: "f", controlSets: [{ name: "s", controls: [{ id: "c1" }] }] },
        on: [`${HERE}:assessmentFramework/f1 + ${HERE}:control/c1`],
      },
    },
    {
      servicePrefix: "auditmanager",
      because: "a framework takes the controls that its control sets name",
      see: "https://docs.aws.amazon.com/audit-manager/latest/APIReference/API_CreateAssessmentFramework.html",
    },
  ),
});
