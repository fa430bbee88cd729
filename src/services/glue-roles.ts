/** AWS Glue's operations that take a role by name as well as by ARN. */
import { operationRules } from "./define-service.ts";
import { inGlue } from "./glue-catalog.ts";
import { TABLE_T, takesRole } from "./glue-shared-rules.ts";
import { passesRoleNamed } from "./named-role.ts";

export default operationRules({
  CreateColumnStatisticsTaskSettings: takesRole("CreateColumnStatisticsTaskSettings", {
    input: { DatabaseName: "d", TableName: "t" },
    on: TABLE_T,
  }),
  CreateCrawler: takesRole("CreateCrawler", { input: { Name: "a" }, on: "*" }),
  CreateJob: takesRole("CreateJob", { input: { Name: "a" }, on: inGlue("job/a") }),
  CreateMLTransform: takesRole("CreateMLTransform", { input: { Name: "a" }, on: "*" }),
  StartColumnStatisticsTaskRun: takesRole("StartColumnStatisticsTaskRun", {
    input: { DatabaseName: "d", TableName: "t" },
    on: TABLE_T,
  }),
  UpdateColumnStatisticsTaskSettings: takesRole("UpdateColumnStatisticsTaskSettings", {
    input: { DatabaseName: "d", TableName: "t" },
    on: TABLE_T,
  }),
  UpdateCrawler: takesRole("UpdateCrawler", { input: { Name: "a" }, on: inGlue("crawler/a") }),
  UpdateMLTransform: takesRole("UpdateMLTransform", { input: { TransformId: "a" }, on: inGlue("mlTransform/a") }),
  UpdateJob: {
    authorizedActions: [{ action: "glue:UpdateJob" }, passesRoleNamed("JobUpdate.Role", "glue.amazonaws.com")],
    because: "a role may be given by its name",
    see: "https://docs.aws.amazon.com/glue/latest/dg/set-up-iam.html",
    examples: [
      {
        input: { JobName: "a", JobUpdate: { Role: "service-role/crawls" } },
        permits: [
          `glue:UpdateJob ${inGlue("job/a")}`,
          "iam:PassRole arn:aws:iam::123456789012:role/service-role/crawls if iam:PassedToService = glue.amazonaws.com",
        ],
      },
    ],
  },
});
