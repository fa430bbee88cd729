/** Amazon QuickSight: making assets from others. */
import { operationRules } from "./define-service.ts";
import {
  JOINS_FOLDERS,
  passesDataSets,
  passesDataSources,
  READS_THEME,
  readsAnalysis,
  readsTemplate,
} from "./quicksight-references.ts";
import { arnFrom, filled } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

export default operationRules({
  ...Object.fromEntries(
    ["CreateAnalysis", "UpdateAnalysis", "CreateDashboard", "UpdateDashboard"].map((operation) => [
      operation,
      {
        authorizedActions: [
          { action: `quicksight:${operation}` },
          passesDataSets(
            "SourceEntity.SourceTemplate.DataSetReferences[].DataSetArn",
            "Definition.DataSetIdentifierDeclarations[].DataSetArn",
          ),
          readsTemplate("SourceEntity.SourceTemplate.Arn"),
          READS_THEME,
          ...(operation.startsWith("Create") ? [JOINS_FOLDERS] : []),
        ],
        because: "what an asset is made of, it needs",
        see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonquicksight.html",
        examples: [
          {
            input: {
              AwsAccountId: "123456789012",
              [operation.endsWith("Analysis") ? "AnalysisId" : "DashboardId"]: "a",
              ThemeArn: "arn:aws:quicksight::aws:theme/CLASSIC",
              Definition: {
                DataSetIdentifierDeclarations: [{ DataSetArn: "arn:aws:quicksight:us-east-1:123456789012:dataset/d" }],
              },
            },
            permits: [
              `quicksight:${operation} arn:aws:quicksight:us-east-1:123456789012:${operation.slice(6).toLowerCase()}/a`,
              "quicksight:PassDataSet arn:aws:quicksight:us-east-1:123456789012:dataset/d",
            ],
          },
        ],
      } as const,
    ]),
  ),
  CreateTemplate: {
    authorizedActions: [
      { action: "quicksight:CreateTemplate", resource: filled("template", { ResourceId: member("TemplateId") }) },
      readsAnalysis("SourceEntity.SourceAnalysis.Arn"),
      readsTemplate("SourceEntity.SourceTemplate.Arn"),
    ],
    because: "a template is made from an analysis or another template",
    see: "https://docs.aws.amazon.com/quicksight/latest/APIReference/API_CreateTemplate.html",
    examples: [
      {
        input: {
          AwsAccountId: "123456789012",
          TemplateId: "t",
          SourceEntity: { SourceAnalysis: { Arn: "arn:aws:quicksight:us-east-1:123456789012:analysis/a" } },
        },
        permits: [
          "quicksight:CreateTemplate arn:aws:quicksight:us-east-1:123456789012:template/t",
          "quicksight:DescribeAnalysis arn:aws:quicksight:us-east-1:123456789012:analysis/a",
        ],
      },
    ],
  },
  UpdateTemplate: {
    authorizedActions: [
      { action: "quicksight:UpdateTemplate", resource: filled("template", { ResourceId: member("TemplateId") }) },
      readsAnalysis("SourceEntity.SourceAnalysis.Arn"),
      readsTemplate("SourceEntity.SourceTemplate.Arn"),
    ],
    because: "a template is made from an analysis or another template",
    see: "https://docs.aws.amazon.com/quicksight/latest/APIReference/API_UpdateTemplate.html",
    examples: [
      {
        input: {
          AwsAccountId: "123456789012",
          TemplateId: "t",
          SourceEntity: { SourceTemplate: { Arn: "arn:aws:quicksight:us-east-1:111122223333:template/u" } },
        },
        permits: [
          "quicksight:UpdateTemplate arn:aws:quicksight:us-east-1:123456789012:template/t",
          "quicksight:DescribeTemplate arn:aws:quicksight:us-east-1:111122223333:template/u",
        ],
      },
    ],
  },
  CreateDataSource: {
    authorizedActions: [{ action: "quicksight:CreateDataSource" }, JOINS_FOLDERS],
    because: "a new data source may be put into folders",
    see: "https://docs.aws.amazon.com/quicksight/latest/APIReference/API_CreateDataSource.html",
    examples: [
      {
        input: { DataSourceId: "s", FolderArns: ["arn:aws:quicksight:us-east-1:123456789012:folder/f"] },
        permits: [
          "quicksight:CreateDataSource *",
          "quicksight:CreateFolderMembership arn:aws:quicksight:us-east-1:123456789012:folder/f",
        ],
      },
    ],
  },
  ...Object.fromEntries(
    ["CreateDataSet", "UpdateDataSet"].map((operation) => [
      operation,
      {
        authorizedActions: [
          { action: `quicksight:${operation}` },
          passesDataSources(
            "PhysicalTableMap[].RelationalTable.DataSourceArn",
            "PhysicalTableMap[].CustomSql.DataSourceArn",
            "PhysicalTableMap[].S3Source.DataSourceArn",
            "PhysicalTableMap[].SaaSTable.DataSourceArn",
            "PhysicalTableMap[].FileSource.DataSourceArn",
          ),
          passesDataSets("LogicalTableMap[].Source.DataSetArn"),
          ...(operation.startsWith("Create") ? [JOINS_FOLDERS] : []),
        ],
        because: "a data set takes its data from sources and other sets",
        see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonquicksight.html",
        examples: [
          {
            input: {
              AwsAccountId: "123456789012",
              DataSetId: "d",
              PhysicalTableMap: {
                t: { CustomSql: { DataSourceArn: "arn:aws:quicksight:us-east-1:123456789012:datasource/s" } },
              },
            },
            permits: [
              operation === "CreateDataSet"
                ? "quicksight:CreateDataSet arn:aws:quicksight:us-east-1:123456789012:datasource/s"
                : "quicksight:UpdateDataSet arn:aws:quicksight:us-east-1:123456789012:dataset/d + arn:aws:quicksight:us-east-1:123456789012:datasource/s",
              "quicksight:PassDataSource arn:aws:quicksight:us-east-1:123456789012:datasource/s",
            ],
          },
        ],
      } as const,
    ]),
  ),
  CreateTopic: {
    authorizedActions: [
      { action: "quicksight:CreateTopic" },
      passesDataSets("Topic.DataSets[].DatasetArn"),
      JOINS_FOLDERS,
    ],
    because: "a topic is about data sets",
    see: "https://docs.aws.amazon.com/quicksight/latest/APIReference/API_CreateTopic.html",
    examples: [
      {
        input: {
          TopicId: "t",
          Topic: { DataSets: [{ DatasetArn: "arn:aws:quicksight:us-east-1:123456789012:dataset/d" }] },
        },
        permits: [
          "quicksight:CreateTopic arn:aws:quicksight:us-east-1:123456789012:dataset/d",
          "quicksight:PassDataSet arn:aws:quicksight:us-east-1:123456789012:dataset/d",
        ],
      },
    ],
  },
  CreateTopicV2: {
    authorizedActions: [
      { action: "quicksight:CreateTopic", resource: arnFrom(member("Topic.DataSets[].DataSetArn")) },
      passesDataSets("Topic.DataSets[].DataSetArn"),
      JOINS_FOLDERS,
    ],
    because: "both generations of the operation share an action, and a topic is about data sets",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonquicksight.html",
    examples: [
      {
        input: {
          TopicId: "t",
          Topic: { DataSets: [{ DataSetArn: "arn:aws:quicksight:us-east-1:123456789012:dataset/d" }] },
        },
        permits: [
          "quicksight:CreateTopic arn:aws:quicksight:us-east-1:123456789012:dataset/d",
          "quicksight:PassDataSet arn:aws:quicksight:us-east-1:123456789012:dataset/d",
        ],
      },
    ],
  },
  UpdateTopic: {
    authorizedActions: [{ action: "quicksight:UpdateTopic" }, passesDataSets("Topic.DataSets[].DatasetArn")],
    because: "a topic is about data sets",
    see: "https://docs.aws.amazon.com/quicksight/latest/APIReference/API_UpdateTopic.html",
    examples: [
      {
        input: {
          TopicId: "t",
          Topic: { DataSets: [{ DatasetArn: "arn:aws:quicksight:us-east-1:123456789012:dataset/d" }] },
        },
        permits: [
          "quicksight:UpdateTopic arn:aws:quicksight:us-east-1:123456789012:dataset/d + arn:aws:quicksight:us-east-1:123456789012:topic/t",
          "quicksight:PassDataSet arn:aws:quicksight:us-east-1:123456789012:dataset/d",
        ],
      },
    ],
  },
});
