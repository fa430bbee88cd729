/** Oracle Database@AWS: VM clusters are made and deleted with their nodes. */
import { defineService } from "./define-service.ts";
import { newResource } from "./rule-resource.ts";

export default defineService({
  sdkId: "odb",
  operations: {
    CreateCloudVmCluster: {
      authorizedActions: [
        { action: "odb:CreateCloudVmCluster" },
        { action: "odb:CreateDbNode", origin: "dependent", resource: newResource("db-node") },
      ],
      because: "a VM cluster is made with its nodes",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
      examples: [
        {
          input: { cloudExadataInfrastructureId: "e", odbNetworkId: "n" },
          permits: [
            "odb:CreateCloudVmCluster arn:aws:odb:us-east-1:123456789012:cloud-exadata-infrastructure/e + arn:aws:odb:us-east-1:123456789012:odb-network/n",
            "odb:CreateDbNode arn:aws:odb:us-east-1:123456789012:db-node/*",
          ],
        },
      ],
    },
    DeleteCloudVmCluster: {
      authorizedActions: [
        { action: "odb:DeleteCloudVmCluster" },
        { action: "odb:DeleteDbNode", origin: "dependent", resource: newResource("db-node") },
      ],
      because: "a VM cluster is deleted with its nodes",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
      examples: [
        {
          input: { cloudVmClusterId: "c" },
          permits: [
            "odb:DeleteCloudVmCluster arn:aws:odb:us-east-1:123456789012:cloud-vm-cluster/c",
            "odb:DeleteDbNode arn:aws:odb:us-east-1:123456789012:db-node/*",
          ],
        },
      ],
    },
  },
});
