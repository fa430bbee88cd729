/** Amazon Pinpoint Email: an address is moved to a pool, which the request calls its destination. */
import { authorizedOn, defineService } from "./define-service.ts";
import { namedIn } from "./rule-resource.ts";

export default defineService({
  sdkId: "Pinpoint Email",
  operations: authorizedOn(
    {
      PutDedicatedIpInPool: {
        resources: [namedIn("dedicated-ip-pool", "DedicatedIPPool", "DestinationPoolName")],
        input: { Ip: "192.0.2.1", DestinationPoolName: "bulk" },
        on: ["arn:aws:ses:us-east-1:123456789012:dedicated-ip-pool/bulk"],
      },
    },
    {
      servicePrefix: "ses",
      because: "the pool that the address joins is the destination",
      see: "https://docs.aws.amazon.com/pinpoint-email/latest/APIReference/API_PutDedicatedIpInPool.html",
    },
  ),
});
