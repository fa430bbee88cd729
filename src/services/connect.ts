/** Amazon Connect: searches describe what they find, and a user's settings are those of the phone. */
import members from "./connect-members.ts";
import { searches } from "./connect-searches.ts";
import { authorizedAs, defineService } from "./define-service.ts";
import { filled, newResource } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

export default defineService({
  sdkId: "Connect",
  makes: {
    CreateAttachedFile: newResource("attached-file"),
    CreateWorkspace: newResource("workspace"),
    StartAttachedFileUpload: newResource("attached-file"),
  },
  operations: {
    ...members,
    ...searches({
      SearchAgentStatuses: { by: "DescribeAgentStatus", types: { "agent-status": ["AgentStatusId", "agent-state"] } },
      SearchContactEvaluations: {
        by: "DescribeContactEvaluation",
        types: { "contact-evaluation": ["EvaluationId", "contact-evaluation"] },
      },
      SearchContactFlowModules: {
        by: "DescribeContactFlowModule",
        types: { "contact-flow-module": ["ContactFlowModuleId", "flow-module"] },
      },
      SearchContactFlows: { by: "DescribeContactFlow", types: { "contact-flow": ["ContactFlowId", "contact-flow"] } },
      SearchContacts: { by: "DescribeContact", types: { contact: ["ContactId", "contact"] } },
      SearchDataTables: { by: "DescribeDataTable", types: { "data-table": ["DataTableId", "data-table"] } },
      SearchEmailAddresses: {
        by: "DescribeEmailAddress",
        types: { "email-address": ["EmailAddressId", "email-address"] },
      },
      SearchEvaluationForms: {
        by: "DescribeEvaluationForm",
        types: { "evaluation-form": ["FormId", "evaluation-form"] },
      },
      SearchHoursOfOperations: {
        by: "DescribeHoursOfOperation",
        types: { "hours-of-operation": ["HoursOfOperationId", "operating-hours"] },
      },
      SearchMetrics: { by: "DescribeMetric", types: { metric: ["MetricId", "metric"] } },
      SearchNotifications: { by: "DescribeNotification", types: { notification: ["NotificationId", "notification"] } },
      SearchPrompts: { by: "DescribePrompt", types: { prompt: ["PromptId", "prompt"] } },
      SearchQueues: { by: "DescribeQueue", types: { queue: ["QueueId", "queue"] } },
      SearchQuickConnects: {
        by: "DescribeQuickConnect",
        types: { "quick-connect": ["QuickConnectId", "transfer-destination"] },
      },
      SearchRoutingProfiles: {
        by: "DescribeRoutingProfile",
        types: { "routing-profile": ["RoutingProfileId", "routing-profile"] },
      },
      SearchRules: { by: "DescribeRule", types: { rule: ["RuleId", "rule"] } },
      SearchSecurityProfiles: {
        by: "DescribeSecurityProfile",
        types: { "security-profile": ["SecurityProfileId", "security-profile"] },
      },
      SearchUserHierarchyGroups: {
        by: "DescribeUserHierarchyGroup",
        types: { "hierarchy-group": ["HierarchyGroupId", "agent-group"] },
      },
      SearchUsers: { by: "DescribeUser", types: { user: ["UserId", "agent"] } },
      SearchViews: { by: "DescribeView", types: { "customer-managed-view": ["ViewId", "view"] } },
      SearchWorkspaces: { by: "DescribeWorkspace", types: { workspace: ["WorkspaceId", "workspace"] } },
    }),
    ...authorizedAs(
      { UpdateUserConfig: "UpdateUserPhoneConfig" },
      {
        servicePrefix: "connect",
        resource: filled("user", { InstanceId: member("InstanceId"), UserId: member("UserId") }),
        because: "a user's settings are changed by the action that changes the phone's",
        see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonconnect.html",
        example: {
          input: { InstanceId: "i1", UserId: "u1" },
          on: "arn:aws:connect:us-east-1:123456789012:instance/i1/agent/u1",
        },
      },
    ),
  },
});
