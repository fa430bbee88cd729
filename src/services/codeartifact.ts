/** AWS CodeArtifact: packages with and without a namespace; a token for package managers is a bearer token of STS. */
import { defineService } from "./define-service.ts";
import { unlessMember } from "./rule-condition.ts";
import { everyResource } from "./rule-resource.ts";
import { fillWhen, firstOf, member, verbatim } from "./rule-value.ts";

/** Of a package, whatever its namespace. */
const PACKAGE = {
  DomainName: member("domain"),
  RepositoryName: firstOf(member("repository"), member("sourceRepository")),
  PackageFormat: member("format"),
  PackageName: member("package"),
};

const NPM = "arn:aws:codeartifact:us-east-1:123456789012:package/shop/web/npm";

export default defineService({
  sdkId: "codeartifact",
  resources: {
    package: {
      filledBy: [
        { ...PACKAGE, PackageNamespace: member("namespace") },
        fillWhen(unlessMember("namespace"), { ...PACKAGE, PackageNamespace: verbatim("") }),
      ],
      because: "the place of the namespace is empty in the ARN of a package that has none",
      see: "https://docs.aws.amazon.com/codeartifact/latest/ug/auth-and-access-control-permissions-reference.html",
      examples: [
        {
          operation: "DescribePackage",
          input: { domain: "shop", repository: "web", format: "npm", package: "react" },
          permits: [`codeartifact:DescribePackage ${NPM}//react`],
        },
        {
          operation: "DescribePackage",
          input: { domain: "shop", repository: "web", format: "npm", namespace: "types", package: "node" },
          permits: [`codeartifact:DescribePackage ${NPM}/types/node`],
        },
      ],
    },
  },
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
