/** Performance Insights: reports are listed with their tags if the request wants them. */
import { defineService } from "./define-service.ts";
import { whenMemberEquals } from "./rule-condition.ts";
import { typed } from "./rule-resource.ts";

export default defineService({
  sdkId: "PI",
  operations: {
    ListPerformanceAnalysisReports: {
      authorizedActions: [
        { action: "pi:ListPerformanceAnalysisReports" },
        {
          action: "pi:ListTagsForResource",
          origin: "dependent",
          when: whenMemberEquals("ListTags", true),
          resource: typed("perf-reports-resource"),
        },
      ],
      because: "the tags of reports are read where the request wants them",
      see: "https://docs.aws.amazon.com/performance-insights/latest/APIReference/API_ListPerformanceAnalysisReports.html",
      examples: [
        {
          input: { ServiceType: "RDS", Identifier: "db-ABC", ListTags: true },
          permits: [
            "pi:ListPerformanceAnalysisReports arn:aws:pi:us-east-1:123456789012:perf-reports/RDS/db-ABC/*",
            "pi:ListTagsForResource arn:aws:pi:us-east-1:123456789012:perf-reports/RDS/db-ABC/*",
          ],
        },
        {
          input: { ServiceType: "RDS", Identifier: "db-ABC" },
          permits: ["pi:ListPerformanceAnalysisReports arn:aws:pi:us-east-1:123456789012:perf-reports/RDS/db-ABC/*"],
        },
      ],
    },
  },
});
