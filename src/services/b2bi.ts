/** AWS B2B Data Interchange: a capability names its transformer inside its configuration. */
import { authorizedOn, defineService } from "./define-service.ts";
import { either, everyResource, filled } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

const HERE = "arn:aws:b2bi:us-east-1:123456789012";

const TRANSFORMER = filled("transformer", { ResourceId: member("configuration.edi.transformerId") });

export default defineService({
  sdkId: "b2bi",
  operations: authorizedOn(
    {
      CreateCapability: {
        resources: [either(TRANSFORMER, everyResource)],
        input: { name: "c", type: "edi", configuration: { edi: { transformerId: "tr-1" } } },
        on: [`${HERE}:transformer/tr-1`],
      },
      UpdateCapability: {
        resources: [filled("capability", { ResourceId: member("capabilityId") }), TRANSFORMER],
        input: { capabilityId: "ca-1", name: "c", configuration: { edi: { transformerId: "tr-1" } } },
        on: [`${HERE}:capability/ca-1 + ${HERE}:transformer/tr-1`],
      },
    },
    {
      servicePrefix: "b2bi",
      because: "a capability works with the transformer that its configuration names",
      see: "https://docs.aws.amazon.com/b2bi/latest/APIReference/API_CreateCapability.html",
    },
  ),
});
