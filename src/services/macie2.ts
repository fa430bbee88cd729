/** Amazon Macie: a job is named by its id, the role that retrieves samples of sensitive data is given by name. */
import { defineService } from "./define-service.ts";
import { passesRoleNamed } from "./named-role.ts";
import { member } from "./rule-value.ts";

export default defineService({
  sdkId: "Macie2",
  resources: {
    ClassificationJob: {
      filledBy: [{ ResourceId: member("jobId") }],
      because: "a classification job is named by its id",
      see: "https://docs.aws.amazon.com/macie/latest/APIReference/jobs-jobid.html",
      examples: [
        {
          operation: "DescribeClassificationJob",
          input: { jobId: "j-1" },
          permits: ["macie2:DescribeClassificationJob arn:aws:macie2:us-east-1:123456789012:classification-job/j-1"],
        },
      ],
    },
  },
  operations: {
    UpdateRevealConfiguration: {
      authorizedActions: [
        { action: "macie2:UpdateRevealConfiguration" },
        passesRoleNamed("retrievalConfiguration.roleName", "reveal-samples.macie.amazonaws.com"),
      ],
      because: "samples are retrieved with the role that the configuration names",
      see: "https://docs.aws.amazon.com/macie/latest/user/findings-retrieve-sd-options-s3access.html",
      examples: [
        {
          input: { retrievalConfiguration: { retrievalMode: "ASSUME_ROLE", roleName: "reveals" } },
          permits: [
            "macie2:UpdateRevealConfiguration *",
            "iam:PassRole arn:aws:iam::123456789012:role/reveals if iam:PassedToService = reveal-samples.macie.amazonaws.com",
          ],
        },
        {
          input: { retrievalConfiguration: { retrievalMode: "CALLER_CREDENTIALS" } },
          permits: ["macie2:UpdateRevealConfiguration *"],
        },
      ],
    },
  },
});
