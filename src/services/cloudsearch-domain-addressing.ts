/** Amazon CloudSearch domains: the host names the domain, in one form for searches and one for documents. */
import { defineAddressing } from "./define-addressing.ts";

/** See https://docs.aws.amazon.com/cloudsearch/latest/developerguide/creating-domains.html */
export const cloudSearchDomainAddressing = defineAddressing({
  sdkId: "CloudSearch Domain",
  hosts: [
    { form: "search-{DomainName}-{Hash}.{Place}.cloudsearch", binds: { DomainName: ["{DomainName}"] } },
    { form: "doc-{DomainName}-{Hash}.{Place}.cloudsearch", binds: { DomainName: ["{DomainName}"] } },
    { form: "cloudsearchdomain" },
  ],
});
