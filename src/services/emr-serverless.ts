/** Amazon EMR Serverless: logs of the system are shown to those who may see them. */
import { defineService } from "./define-service.ts";
import { whenMemberEquals } from "./rule-condition.ts";
import { filled } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

export default defineService({
  sdkId: "EMR Serverless",
  operations: {
    GetDashboardForJobRun: {
      authorizedActions: [
        { action: "emr-serverless:GetDashboardForJobRun" },
        {
          action: "emr-serverless:AccessSystemProfileLogs",
          when: whenMemberEquals("accessSystemProfileLogs", true),
          origin: "dependent",
          because: "the request asks for the logs of the system profile",
        },
      ],
      because: "a dashboard may show the logs of the system profile",
      see: "https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_GetDashboardForJobRun.html",
      examples: [
        {
          input: { applicationId: "a1", jobRunId: "r1", accessSystemProfileLogs: true },
          permits: [
            "emr-serverless:GetDashboardForJobRun arn:aws:emr-serverless:us-east-1:123456789012:/applications/a1/jobruns/r1",
            "emr-serverless:AccessSystemProfileLogs arn:aws:emr-serverless:us-east-1:123456789012:/applications/a1/jobruns/r1",
          ],
        },
        {
          input: { applicationId: "a1", jobRunId: "r1", accessSystemProfileLogs: false },
          permits: [
            "emr-serverless:GetDashboardForJobRun arn:aws:emr-serverless:us-east-1:123456789012:/applications/a1/jobruns/r1",
          ],
        },
      ],
    },
    GetResourceDashboard: {
      authorizedActions: [
        {
          action: "emr-serverless:GetResourceDashboard",
          resource: filled("session", { ApplicationId: member("applicationId"), SessionId: member("resourceId") }),
        },
      ],
      because: "the resource whose dashboard is shown is a session",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonemrserverless.html",
      examples: [
        {
          input: { applicationId: "a1", resourceId: "s1", resourceType: "SESSION" },
          permits: [
            "emr-serverless:GetResourceDashboard arn:aws:emr-serverless:us-east-1:123456789012:/applications/a1/sessions/s1",
          ],
        },
      ],
    },
  },
});
