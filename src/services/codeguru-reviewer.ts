/** Amazon CodeGuru Reviewer: a code review's ARN begins with that of the repository's association, which is checked. */
import { authorizedAs, defineService } from "./define-service.ts";
import { filled } from "./rule-resource.ts";
import { matching, member } from "./rule-value.ts";

const ASSOCIATION = "arn:aws:codeguru-reviewer:us-east-1:123456789012:association:a1";

export default defineService({
  sdkId: "CodeGuru Reviewer",
  operations: authorizedAs(
    {
      DescribeCodeReview: "DescribeCodeReview",
      DescribeRecommendationFeedback: "DescribeRecommendationFeedback",
      ListRecommendationFeedback: "ListRecommendationFeedback",
      ListRecommendations: "ListRecommendations",
      PutRecommendationFeedback: "PutRecommendationFeedback",
    },
    {
      servicePrefix: "codeguru-reviewer",
      resource: filled(
        "association",
        matching(
          member("CodeReviewArn"),
          /^arn:[^:]+:codeguru-reviewer:(?<Region>[^:]+):(?<Account>\d{12}):association:(?<ResourceId>[^:]+)/,
        ),
      ),
      because: "reviews are authorized on the association of their repository, with which their ARN begins",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncodegurureviewer.html",
      example: { input: { CodeReviewArn: `${ASSOCIATION}:codereview:PullRequest-1` }, on: ASSOCIATION },
    },
  ),
});
