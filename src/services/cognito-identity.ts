/** Amazon Cognito identity pools: an update replaces the tags, too. */
import { defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { typed } from "./rule-resource.ts";

const POOL = "arn:aws:cognito-identity:us-east-1:123456789012:identitypool/us-east-1:0a1b";

export default defineService({
  sdkId: "Cognito Identity",
  operations: {
    UpdateIdentityPool: {
      authorizedActions: [
        { action: "cognito-identity:UpdateIdentityPool" },
        {
          action: "cognito-identity:TagResource",
          resource: typed("identitypool"),
          when: whenMember("IdentityPoolTags"),
          origin: "dependent",
          because: "the request gives tags to the pool",
        },
      ],
      because: "tags that the request gives are checked as such",
      see: "https://docs.aws.amazon.com/cognito/latest/developerguide/security_iam_service-with-iam.html",
      examples: [
        {
          input: { IdentityPoolId: "us-east-1:0a1b", IdentityPoolTags: { team: "web" } },
          permits: [`cognito-identity:UpdateIdentityPool ${POOL}`, `cognito-identity:TagResource ${POOL}`],
        },
        { input: { IdentityPoolId: "us-east-1:0a1b" }, permits: [`cognito-identity:UpdateIdentityPool ${POOL}`] },
      ],
    },
  },
});
