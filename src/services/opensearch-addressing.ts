/** OpenSearch domains and collections: the host names them. */
import { defineAddressing } from "./define-addressing.ts";

/** See https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createupdatedomains.html */
export const openSearchDomainAddressing = defineAddressing({
  sdkId: "OpenSearch Domain",
  hosts: [
    { form: "search-{DomainName}-{Hash}.{Place}.es", binds: { DomainName: ["{DomainName}"] } },
    { form: "vpc-{DomainName}-{Hash}.{Place}.es", binds: { DomainName: ["{DomainName}"] } },
  ],
});

/** See https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-clients.html */
export const openSearchCollectionAddressing = defineAddressing({
  sdkId: "OpenSearch Collection",
  hosts: [{ form: "{CollectionId}.{Place}.aoss", binds: { CollectionId: ["{CollectionId}"] } }],
});
