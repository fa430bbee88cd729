/** Amazon API Gateway, HTTP and WebSocket APIs: the action is the HTTP method, the resource the path without `/v2`. */
import { guards, makesTagged, onPath, tagsNew, V2_PATH } from "./apigateway-paths.ts";
import { authorizedAs, defineService } from "./define-service.ts";
import { allOf, unless, whenMember, whenMemberMatches } from "./rule-condition.ts";
import { arnIn, filled } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

export default defineService({
  sdkId: "ApiGatewayV2",
  otherwise: {
    authorizedActions: [onPath(V2_PATH)],
    because: "managing APIs is authorized by HTTP method and path",
    see: "https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html",
    examples: [
      {
        operation: "CreateRoute",
        input: { ApiId: "a1b2c3", RouteKey: "GET /photos" },
        permits: ["apigateway:POST arn:aws:apigateway:us-east-1::/apis/a1b2c3/routes"],
      },
    ],
  },
  operations: {
    ...makesTagged({
      path: V2_PATH,
      tags: "Tags",
      by: {
        CreateStage: [{ ApiId: "a1b2c3", StageName: "prod" }, "/apis/a1b2c3/stages"],
        CreateVpcLink: [{ Name: "inner" }, "/vpclinks"],
      },
    }),
    CreateDomainName: {
      authorizedActions: [
        onPath(V2_PATH),
        tagsNew("Tags"),
        guards("AddCertificateToDomain", V2_PATH, whenMember("MutualTlsAuthentication")),
      ],
      because: "tags and mutual TLS of the domain name have actions of their own",
      see: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-mutual-tls.html",
      examples: [
        {
          input: { DomainName: "api.example.com", MutualTlsAuthentication: { TruststoreUri: "s3://a/b" } },
          permits: [
            "apigateway:POST arn:aws:apigateway:us-east-1::/domainnames",
            "apigateway:AddCertificateToDomain arn:aws:apigateway:us-east-1::/domainnames",
          ],
        },
        {
          input: { DomainName: "api.example.com", Tags: { team: "web" } },
          permits: [
            "apigateway:POST arn:aws:apigateway:us-east-1::/domainnames",
            "apigateway:PUT arn:aws:apigateway:us-east-1::/tags/*",
          ],
        },
      ],
    },
    UpdateDomainName: {
      authorizedActions: [
        onPath(V2_PATH),
        guards("AddCertificateToDomain", V2_PATH, whenMemberMatches("MutualTlsAuthentication.TruststoreUri", /./)),
        guards(
          "RemoveCertificateFromDomain",
          V2_PATH,
          allOf(
            whenMember("MutualTlsAuthentication"),
            unless(whenMemberMatches("MutualTlsAuthentication.TruststoreUri", /./)),
          ),
        ),
      ],
      because: "mutual TLS is switched on with a trust store, and off with an empty one, by actions of their own",
      see: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-mutual-tls.html",
      examples: [
        {
          input: { DomainName: "api.example.com", MutualTlsAuthentication: { TruststoreUri: "s3://a/b" } },
          permits: [
            "apigateway:PATCH arn:aws:apigateway:us-east-1::/domainnames/api.example.com",
            "apigateway:AddCertificateToDomain arn:aws:apigateway:us-east-1::/domainnames/api.example.com",
          ],
        },
        {
          input: { DomainName: "api.example.com", MutualTlsAuthentication: { TruststoreUri: "" } },
          permits: [
            "apigateway:PATCH arn:aws:apigateway:us-east-1::/domainnames/api.example.com",
            "apigateway:RemoveCertificateFromDomain arn:aws:apigateway:us-east-1::/domainnames/api.example.com",
          ],
        },
      ],
    },
    ...authorizedAs(
      { PutRoutingRule: "UpdateRoutingRule" },
      {
        servicePrefix: "apigateway",
        resource: filled("RoutingRule", {
          DomainName: member("DomainName"),
          RoutingRuleId: member("RoutingRuleId"),
        }),
        because: "replacing a routing rule is authorized as updating it",
        see: "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-routing-rules.html",
        example: {
          input: { DomainName: "api.example.com", RoutingRuleId: "r1" },
          on: "arn:aws:apigateway:us-east-1:123456789012:/domainnames/api.example.com/routingrules/r1",
        },
      },
    ),
    UpdatePortal: {
      authorizedActions: [
        { action: "apigateway:UpdatePortal" },
        guards("GetPortalProduct", arnIn("IncludedPortalProductArns[]"), whenMember("IncludedPortalProductArns")),
      ],
      because: "the products that a portal includes are read",
      see: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-portals.html",
      examples: [
        {
          input: {
            PortalId: "p1",
            IncludedPortalProductArns: ["arn:aws:apigateway:us-east-1:123456789012:/portalproducts/a"],
          },
          permits: [
            "apigateway:UpdatePortal arn:aws:apigateway:us-east-1:123456789012:/portals/p1",
            "apigateway:GetPortalProduct arn:aws:apigateway:us-east-1:123456789012:/portalproducts/a",
          ],
        },
      ],
    },
  },
});
