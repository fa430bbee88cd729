/** Amazon ECR Public: the token of a registry is a bearer token of STS. */
import { defineService } from "./define-service.ts";
import { everyResource } from "./rule-resource.ts";

export default defineService({
  sdkId: "ECR PUBLIC",
  operations: {
    GetAuthorizationToken: {
      authorizedActions: [
        { action: "ecr-public:GetAuthorizationToken" },
        { action: "sts:GetServiceBearerToken", resource: everyResource, origin: "dependent" },
      ],
      because: "the token is a bearer token, which STS issues for the caller",
      see: "https://docs.aws.amazon.com/AmazonECR/latest/public/public-registry-auth.html",
      examples: [{ input: {}, permits: ["ecr-public:GetAuthorizationToken *", "sts:GetServiceBearerToken *"] }],
    },
  },
});
