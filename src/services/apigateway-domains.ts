/** API Gateway: domain names for mutual TLS, private ones with an id, and access to those of other accounts. */
import { guards, onPath, PRIVATE_DOMAIN, REST_PATH, tagsNew } from "./apigateway-paths.ts";
import { authorizedAs, operationRules } from "./define-service.ts";
import { allOf, whenMember, whenMemberMatches } from "./rule-condition.ts";
import { arnIn, either, template } from "./rule-resource.ts";

export default operationRules({
  CreateDomainName: {
    authorizedActions: [
      onPath(REST_PATH),
      tagsNew("tags"),
      guards("AddCertificateToDomain", REST_PATH, whenMember("mutualTlsAuthentication")),
      guards("UpdateDomainNamePolicy", REST_PATH, whenMember("policy")),
    ],
    because: "tags, mutual TLS and a policy of the domain name have actions of their own",
    see: "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html",
    examples: [
      {
        input: { domainName: "api.example.com" },
        permits: ["apigateway:POST arn:aws:apigateway:us-east-1::/domainnames"],
      },
      {
        input: { domainName: "api.example.com", mutualTlsAuthentication: { truststoreUri: "s3://a/b" }, policy: "{}" },
        permits: [
          "apigateway:POST arn:aws:apigateway:us-east-1::/domainnames",
          "apigateway:AddCertificateToDomain arn:aws:apigateway:us-east-1::/domainnames",
          "apigateway:UpdateDomainNamePolicy arn:aws:apigateway:us-east-1::/domainnames",
        ],
      },
    ],
  },
  UpdateDomainName: {
    authorizedActions: [
      onPath(either(PRIVATE_DOMAIN, REST_PATH)),
      {
        ...guards(
          "AddCertificateToDomain",
          REST_PATH,
          allOf(
            whenMemberMatches("patchOperations[].path", /^\/mutualTlsAuthentication/),
            whenMemberMatches("patchOperations[].op", /^(?:add|replace)$/),
          ),
        ),
        forEach: "patchOperations[]",
      },
      {
        ...guards(
          "RemoveCertificateFromDomain",
          REST_PATH,
          allOf(
            whenMemberMatches("patchOperations[].path", /^\/mutualTlsAuthentication/),
            whenMemberMatches("patchOperations[].op", /^remove$/),
          ),
        ),
        forEach: "patchOperations[]",
      },
      guards("UpdateDomainNamePolicy", PRIVATE_DOMAIN, whenMemberMatches("patchOperations[].path", /^\/policy/)),
      guards(
        "UpdateDomainNameManagementPolicy",
        PRIVATE_DOMAIN,
        whenMemberMatches("patchOperations[].path", /^\/managementPolicy/),
      ),
    ],
    because:
      "a private domain name has an id; its policies, and certificates for mutual TLS, have actions of their own",
    see: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-custom-domains.html",
    examples: [
      {
        input: {
          domainName: "api.example.com",
          patchOperations: [{ op: "replace", path: "/mutualTlsAuthentication/truststoreUri", value: "s3://a/b" }],
        },
        permits: [
          "apigateway:PATCH arn:aws:apigateway:us-east-1::/domainnames/api.example.com",
          "apigateway:AddCertificateToDomain arn:aws:apigateway:us-east-1::/domainnames/api.example.com",
        ],
      },
      {
        input: {
          domainName: "api.example.com",
          domainNameId: "abcd1234",
          patchOperations: [{ op: "replace", path: "/policy", value: "{}" }],
        },
        permits: [
          "apigateway:PATCH arn:aws:apigateway:us-east-1:123456789012:/domainnames/api.example.com+abcd1234",
          "apigateway:UpdateDomainNamePolicy arn:aws:apigateway:us-east-1:123456789012:/domainnames/api.example.com+abcd1234",
        ],
      },
    ],
  },
  GetDomainName: {
    authorizedActions: [onPath(either(PRIVATE_DOMAIN, REST_PATH))],
    because: "a private domain name is named with its id",
    see: "https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html",
    examples: [
      {
        input: { domainName: "api.example.com", domainNameId: "abcd1234" },
        permits: ["apigateway:GET arn:aws:apigateway:us-east-1:123456789012:/domainnames/api.example.com+abcd1234"],
      },
    ],
  },
  DeleteDomainName: {
    authorizedActions: [onPath(either(PRIVATE_DOMAIN, REST_PATH))],
    because: "a private domain name is named with its id",
    see: "https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html",
    examples: [
      {
        input: { domainName: "api.example.com", domainNameId: "abcd1234" },
        permits: ["apigateway:DELETE arn:aws:apigateway:us-east-1:123456789012:/domainnames/api.example.com+abcd1234"],
      },
    ],
  },
  CreateDomainNameAccessAssociation: {
    authorizedActions: [
      onPath(template("arn:${Partition}:apigateway:${Region}:${Account}:/domainnameaccessassociations", {})),
      tagsNew("tags"),
      {
        action: "apigateway:CreateAccessAssociation",
        resource: arnIn("domainNameArn"),
        origin: "dependent",
        because: "the domain name that is accessed is checked too",
      },
    ],
    because: "an association belongs to the account, and needs the domain name's consent",
    see: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-custom-domains-provider-share.html",
    examples: [
      {
        input: {
          domainNameArn: "arn:aws:apigateway:us-east-1:111122223333:/domainnames/api.example.com+abcd1234",
          accessAssociationSource: "vpce-0123456789abcdef0",
        },
        permits: [
          "apigateway:POST arn:aws:apigateway:us-east-1:123456789012:/domainnameaccessassociations",
          "apigateway:CreateAccessAssociation arn:aws:apigateway:us-east-1:111122223333:/domainnames/api.example.com+abcd1234",
        ],
      },
    ],
  },
  ...authorizedAs(
    { RejectDomainNameAccessAssociation: "RejectAccessAssociation" },
    {
      servicePrefix: "apigateway",
      resource: arnIn("domainNameArn"),
      because: "rejecting access to a domain name is named after what it does, not after the method",
      see: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-custom-domains-provider-share.html",
      example: {
        input: { domainNameArn: "arn:aws:apigateway:us-east-1:123456789012:/domainnames/api.example.com+abcd1234" },
        on: "arn:aws:apigateway:us-east-1:123456789012:/domainnames/api.example.com+abcd1234",
      },
    },
  ),
});
