/** Amazon EMR on EKS: a job may come from a template, which is read for it. */
import { defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { filled } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

export default defineService({
  sdkId: "EMR containers",
  operations: {
    StartJobRun: {
      authorizedActions: [
        { action: "emr-containers:StartJobRun" },
        {
          action: "emr-containers:DescribeJobTemplate",
          resource: filled("jobTemplate", { JobTemplateId: member("jobTemplateId") }),
          when: whenMember("jobTemplateId"),
          origin: "dependent",
          because: "the template of the job is read",
        },
      ],
      because: "a job may come from a template",
      see: "https://docs.aws.amazon.com/emr/latest/EMR-on-EKS-DevelopmentGuide/job-templates.html",
      examples: [
        {
          input: { virtualClusterId: "v1", jobTemplateId: "t1" },
          permits: [
            "emr-containers:StartJobRun arn:aws:emr-containers:us-east-1:123456789012:/virtualclusters/v1",
            "emr-containers:DescribeJobTemplate arn:aws:emr-containers:us-east-1:123456789012:/jobtemplates/t1",
          ],
        },
        {
          input: { virtualClusterId: "v1", executionRoleArn: "arn:aws:iam::123456789012:role/job" },
          permits: [
            "emr-containers:StartJobRun arn:aws:emr-containers:us-east-1:123456789012:/virtualclusters/v1",
            "iam:PassRole arn:aws:iam::123456789012:role/job if iam:PassedToService = pods.eks.amazonaws.com",
          ],
        },
      ],
    },
  },
});
