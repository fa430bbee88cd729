/** Requests to OpenSearch domains: the HTTP method is the action, the path below the domain the resource. */
import { defineService } from "./define-service.ts";
import { requestedPath } from "./opensearch-paths.ts";
import { whenMatches } from "./rule-condition.ts";
import { ofCall } from "./rule-value.ts";

export default defineService({
  sdkId: "OpenSearch Domain",
  otherwise: {
    authorizedActions: [
      {
        action: "es:ESHttpDelete",
        when: whenMatches(ofCall("http-method"), /^DELETE$/),
        resource: requestedPath,
      },
      {
        action: "es:ESHttpGet",
        when: whenMatches(ofCall("http-method"), /^GET$/),
        resource: requestedPath,
      },
      {
        action: "es:ESHttpHead",
        when: whenMatches(ofCall("http-method"), /^HEAD$/),
        resource: requestedPath,
      },
      {
        action: "es:ESHttpPatch",
        when: whenMatches(ofCall("http-method"), /^PATCH$/),
        resource: requestedPath,
      },
      {
        action: "es:ESHttpPost",
        when: whenMatches(ofCall("http-method"), /^POST$/),
        resource: requestedPath,
      },
      {
        action: "es:ESHttpPut",
        when: whenMatches(ofCall("http-method"), /^PUT$/),
        resource: requestedPath,
      },
    ],
    because: "the API of a domain is authorized by method and path",
    see: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html",
    examples: [
      {
        operation: "HttpGet",
        input: { DomainName: "shop", Path: "orders/_search" },
        permits: ["es:ESHttpGet arn:aws:es:us-east-1:123456789012:domain/shop/orders/*"],
      },
      {
        operation: "HttpPost",
        input: { DomainName: "shop", Path: "_bulk" },
        permits: ["es:ESHttpPost arn:aws:es:us-east-1:123456789012:domain/shop/_bulk"],
      },
      {
        operation: "HttpHeadRoot",
        input: { DomainName: "shop" },
        permits: ["es:ESHttpHead arn:aws:es:us-east-1:123456789012:domain/shop/"],
      },
    ],
  },
});
