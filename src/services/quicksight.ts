/** Amazon QuickSight: definitions are read as what they define, and newer operations share the actions of older ones. */
import { authorizedAs, defineService } from "./define-service.ts";

export default defineService({
  sdkId: "QuickSight",
  operations: {
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
