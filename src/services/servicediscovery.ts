/** AWS Cloud Map: instances are discovered by names, which IAM knows by condition keys; its ARNs hold ids. */
import { defineService, type OperationRule } from "./define-service.ts";
import { everyResource } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

const discovers = (operation: string): OperationRule => ({
  authorizedActions: [
    {
      action: `servicediscovery:${operation}`,
      resource: everyResource,
      conditions: {
        StringEquals: {
          "servicediscovery:NamespaceName": member("NamespaceName"),
          "servicediscovery:ServiceName": member("ServiceName"),
        },
      },
    },
  ],
  because: "names do not tell the ids in ARNs, but are condition keys of their own",
  see: "https://docs.aws.amazon.com/cloud-map/latest/dg/security_iam_service-with-iam.html",
  examples: [
    {
      input: { NamespaceName: "prod.internal", ServiceName: "orders" },
      permits: [
        `servicediscovery:${operation} * if servicediscovery:NamespaceName = prod.internal if servicediscovery:ServiceName = orders`,
      ],
    },
  ],
});

export default defineService({
  sdkId: "ServiceDiscovery",
  operations: {
    DiscoverInstances: discovers("DiscoverInstances"),
    DiscoverInstancesRevision: discovers("DiscoverInstancesRevision"),
  },
});
