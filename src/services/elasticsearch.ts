/** Amazon Elasticsearch Service: connections to other domains start at one's own. */
import { authorizedOn, defineService } from "./define-service.ts";
import { domainKey } from "./opensearch-keys.ts";
import { namedIn } from "./rule-resource.ts";

export default defineService({
  sdkId: "Elasticsearch Service",
  besides: [domainKey("CreateElasticsearchDomain")],
  operations: authorizedOn(
    {
      CreateOutboundCrossClusterSearchConnection: {
        resources: [namedIn("domain", "DomainName", "SourceDomainInfo.DomainName")],
        input: { DestinationDomainInfo: { DomainName: "archive" }, SourceDomainInfo: { DomainName: "shop" } },
        on: ["arn:aws:es:us-east-1:123456789012:domain/shop"],
      },
    },
    {
      servicePrefix: "es",
      because: "a connection is made from the source domain",
      see: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/cross-cluster-search.html",
    },
  ),
});
