/** AWS CodeArtifact: a token for package managers is a bearer token of STS. */
import { defineService } from "./define-service.ts";
import { everyResource } from "./rule-resource.ts";

export default defineService({
  sdkId: "codeartifact",
  operations: {
    GetAuthorizationToken: {
      authorizedActions: [
        { action: "codeartifact:GetAuthorizationToken" },
        {
          action: "sts:GetServiceBearerToken",
          resource: everyResource,
          conditions: { StringEquals: { "sts:AWSServiceName": "codeartifact.amazonaws.com" } },
          origin: "dependent",
        },
      ],
      because: "the token is a bearer token, which STS issues for the caller",
      see: "https://docs.aws.amazon.com/codeartifact/latest/ug/tokens-authentication.html",
      examples: [
        {
          input: { domain: "shop" },
          permits: [
            "codeartifact:GetAuthorizationToken arn:aws:codeartifact:us-east-1:123456789012:domain/shop",
            "sts:GetServiceBearerToken * if sts:AWSServiceName = codeartifact.amazonaws.com",
          ],
        },
      ],
    },
  },
});
