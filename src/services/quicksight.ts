/** Amazon QuickSight: definitions are read as what they define, and newer operations share the actions of older ones. */
import { authorizedAs, defineService } from "./define-service.ts";
import assets from "./quicksight-assets.ts";
import { firstOf, member } from "./rule-value.ts";

export default defineService({
  sdkId: "QuickSight",
  resources: {
    refreshschedule: {
      filledBy: [
        {
          DatasetId: member("DataSetId"),
          ResourceId: firstOf(member("ScheduleId"), member("Schedule.ScheduleId")),
        },
      ],
      because: "a schedule belongs to a data set",
      see: "https://docs.aws.amazon.com/quicksight/latest/APIReference/API_DescribeRefreshSchedule.html",
      examples: [
        {
          operation: "DescribeRefreshSchedule",
          input: { AwsAccountId: "123456789012", DataSetId: "d", ScheduleId: "s" },
          permits: [
            "quicksight:DescribeRefreshSchedule arn:aws:quicksight:us-east-1:123456789012:dataset/d/refresh-schedule/s",
          ],
        },
        {
          operation: "CreateRefreshSchedule",
          input: { AwsAccountId: "123456789012", DataSetId: "d", Schedule: { ScheduleId: "s" } },
          permits: [
            "quicksight:CreateRefreshSchedule arn:aws:quicksight:us-east-1:123456789012:dataset/d/refresh-schedule/s",
          ],
        },
      ],
    },
    datasource: {
      filledBy: [{ ResourceId: member("DataSourceId") }],
      because: "the name of a data set is not that of its source",
      see: "https://docs.aws.amazon.com/quicksight/latest/APIReference/API_CreateDataSet.html",
      examples: [
        {
          operation: "CreateDataSet",
          input: { AwsAccountId: "123456789012", DataSetId: "d", Name: "sales" },
          permits: ["quicksight:CreateDataSet arn:aws:quicksight:us-east-1:123456789012:datasource/*"],
        },
      ],
    },
    approvalPolicy: {
      filledBy: [{ ResourceId: member("PolicyId") }],
      because: "an approval policy is named by its id",
      see: "https://docs.aws.amazon.com/quicksight/latest/APIReference/API_DescribeApprovalPolicy.html",
      examples: [
        {
          operation: "DescribeApprovalPolicy",
          input: { AwsAccountId: "123456789012", PolicyId: "p" },
          permits: ["quicksight:DescribeApprovalPolicy arn:aws:quicksight:us-east-1:123456789012:approval-policy/p"],
        },
      ],
    },
    limitsProfile: {
      filledBy: [{ ResourceId: member("profileId") }],
      because: "a profile of limits is named by its id",
      see: "https://docs.aws.amazon.com/quicksight/latest/APIReference/API_DescribeLimitsProfile.html",
      examples: [
        {
          operation: "DescribeLimitsProfile",
          input: { accountId: "123456789012", profileId: "p" },
          permits: ["quicksight:DescribeLimitsProfile arn:aws:quicksight:us-east-1:123456789012:limits-profile/p"],
        },
      ],
    },
    dashboardSnapshotJob: {
      filledBy: [{ DashboardId: member("DashboardId"), ResourceId: member("SnapshotJobId") }],
      because: "a snapshot is taken of a dashboard",
      see: "https://docs.aws.amazon.com/quicksight/latest/APIReference/API_DescribeDashboardSnapshotJob.html",
      examples: [
        {
          operation: "DescribeDashboardSnapshotJob",
          input: { AwsAccountId: "123456789012", DashboardId: "d", SnapshotJobId: "j" },
          permits: [
            "quicksight:DescribeDashboardSnapshotJob arn:aws:quicksight:us-east-1:123456789012:dashboard/d/snapshot-job/j",
          ],
        },
      ],
    },
  },
  operations: {
    ...assets,
    ...authorizedAs(
      { DescribeDashboardDefinition: "DescribeDashboard" },
      {
        servicePrefix: "quicksight",
        because: "a dashboard's definition is read with the dashboard",
        see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonquicksight.html",
        example: {
          input: { AwsAccountId: "123456789012", DashboardId: "d-1" },
          on: "arn:aws:quicksight:us-east-1:123456789012:dashboard/d-1",
        },
      },
    ),
    ...authorizedAs(
      { DescribeAnalysisDefinition: "DescribeAnalysis" },
      {
        servicePrefix: "quicksight",
        because: "an analysis's definition is read with the analysis",
        see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonquicksight.html",
        example: {
          input: { AwsAccountId: "123456789012", AnalysisId: "a-1" },
          on: "arn:aws:quicksight:us-east-1:123456789012:analysis/a-1",
        },
      },
    ),
    ...authorizedAs(
      { DescribeTemplateDefinition: "DescribeTemplate" },
      {
        servicePrefix: "quicksight",
        because: "a template's definition is read with the template",
        see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonquicksight.html",
        example: {
          input: { AwsAccountId: "123456789012", TemplateId: "t-1" },
          on: "arn:aws:quicksight:us-east-1:123456789012:template/t-1",
        },
      },
    ),
    ...authorizedAs(
      {
        DeleteTopicV2: "DeleteTopic",
        DescribeTopicPermissionsV2: "DescribeTopicPermissions",
        DescribeTopicV2: "DescribeTopic",
        UpdateTopicPermissionsV2: "UpdateTopicPermissions",
        UpdateTopicV2: "UpdateTopic",
      },
      {
        servicePrefix: "quicksight",
        because: "both generations of the operation share an action",
        see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonquicksight.html",
        example: {
          input: { AwsAccountId: "123456789012", TopicId: "t-1" },
          on: "arn:aws:quicksight:us-east-1:123456789012:topic/t-1",
        },
      },
    ),
    ...authorizedAs(
      { ListTopicsV2: "ListTopics" },
      {
        servicePrefix: "quicksight",
        because: "both generations of the operation share an action",
        see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonquicksight.html",
        example: { input: { AwsAccountId: "123456789012" }, on: "*" },
      },
    ),
  },
});
