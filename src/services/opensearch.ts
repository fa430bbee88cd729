/** Amazon OpenSearch Service: connections to other domains start at one's own. */
import { authorizedOn, defineService } from "./define-service.ts";
import { domainKey } from "./opensearch-keys.ts";
import { namedIn } from "./rule-resource.ts";

export default defineService({
  sdkId: "OpenSearch",
  besides: [domainKey("CreateDomain")],
  operations: authorizedOn(
    {
      CreateOutboundConnection: {
        resources: [namedIn("domain", "DomainName", "LocalDomainInfo.AWSDomainInformation.DomainName")],
        input: { LocalDomainInfo: { AWSDomainInformation: { DomainName: "shop" } }, ConnectionAlias: "c" },
        on: ["arn:aws:es:us-east-1:123456789012:domain/shop"],
      },
    },
    {
      servicePrefix: "es",
      because: "a connection is made from the local domain",
      see: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/cross-cluster-search.html",
    },
  ),
});
