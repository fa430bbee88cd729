import { expect, test } from "vitest";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import { serviceRules } from "../../src/services/index.ts";
import { exampleCall } from "./example-call.ts";

const authorize = createAuthorizer({
  apis: openApiIndex(),
  authorization: openAuthorizationIndex(),
  rules: serviceRules,
});

const inAccount = (resource: string): string => `arn:aws:quicksight:us-east-1:123456789012:${resource}`;

function extras(operation: string, input: Readonly<Record<string, unknown>>): readonly string[] {
  const subject = { sdkId: "QuickSight", operation, signingName: "quicksight" };
  return authorize(exampleCall({ input, permits: [] }, subject))
    .filter(({ origin }) => origin === "dependent")
    .map(({ action, resources }) => `${action.slice(11)} ${resources.join(" ")}`);
}

test("hands on every data set, and reads the template and the theme of the account", () => {
  const input = {
    AnalysisId: "a",
    ThemeArn: inAccount("theme/t"),
    FolderArns: [inAccount("folder/f")],
    SourceEntity: {
      SourceTemplate: {
        Arn: inAccount("template/u"),
        DataSetReferences: [{ DataSetArn: inAccount("dataset/d") }, { DataSetArn: inAccount("dataset/e") }],
      },
    },
  };
  expect(extras("CreateAnalysis", input)).toEqual([
    `PassDataSet ${inAccount("dataset/d")} ${inAccount("dataset/e")}`,
    `DescribeTemplate ${inAccount("template/u")}`,
    `DescribeTheme ${inAccount("theme/t")}`,
    `CreateFolderMembership ${inAccount("folder/f")}`,
  ]);
});

test("needs nothing for what AWS supplies, or for what is not named", () => {
  expect(extras("UpdateAnalysis", { AnalysisId: "a", ThemeArn: "arn:aws:quicksight::aws:theme/CLASSIC" })).toEqual([]);
  expect(extras("UpdateTemplate", { TemplateId: "t" })).toEqual([]);
});

test("hands on data sources of all kinds of tables", () => {
  const PhysicalTableMap = {
    a: { RelationalTable: { DataSourceArn: inAccount("datasource/r") } },
    b: { S3Source: { DataSourceArn: inAccount("datasource/s") } },
  };
  expect(extras("UpdateDataSet", { DataSetId: "d", PhysicalTableMap })).toEqual([
    `PassDataSource ${inAccount("datasource/r")} ${inAccount("datasource/s")}`,
  ]);
});
