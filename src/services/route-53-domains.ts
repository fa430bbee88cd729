/** Amazon Route 53 Domains: a domain gets its hosted zone when it is registered. */
import { defineService } from "./define-service.ts";

export default defineService({
  sdkId: "Route 53 Domains",
  operations: {
    RegisterDomain: {
      authorizedActions: [
        { action: "route53domains:RegisterDomain" },
        {
          action: "route53:CreateHostedZone",
          origin: "dependent",
          because: "the domain gets a hosted zone of its name",
        },
      ],
      because: "registering a domain makes its hosted zone",
      see: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/r53-api-permissions-ref.html",
      examples: [
        {
          input: { DomainName: "example.com" },
          permits: ["route53domains:RegisterDomain *", "route53:CreateHostedZone *"],
        },
      ],
    },
  },
});
