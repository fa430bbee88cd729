/** AWS CloudHSM: two kinds of ids in one member, and what a cluster makes in the caller's network. */
import { defineService, operationRules } from "./define-service.ts";
import { eitherById } from "./resource-id.ts";
import { everyResource } from "./rule-resource.ts";

export default defineService({
  sdkId: "CloudHSM V2",
  operations: {
    ...eitherById(["ListTags", "TagResource", "UntagResource"], {
      servicePrefix: "cloudhsm",
      path: "ResourceId",
      kinds: [
        { type: "backup", variable: "CloudHsmBackupInstanceName", id: "backup-0123" },
        { type: "cluster", variable: "CloudHsmClusterInstanceName", id: "cluster-0123" },
      ],
      because: "the id tells whether a backup or a cluster is meant",
      see: "https://docs.aws.amazon.com/cloudhsm/latest/APIReference/API_TagResource.html",
      on: "arn:aws:cloudhsm:us-east-1:123456789012",
    }),
    ...operationRules({
      DeleteHsm: {
        authorizedActions: [
          { action: "cloudhsm:DeleteHsm" },
          {
            action: "ec2:DeleteNetworkInterface",
            resource: everyResource,
            origin: "forward-access",
            because: "the network interface of the HSM is deleted with the caller's permissions",
          },
        ],
        because: "an HSM is reached through a network interface in the caller's subnet",
        see: "https://docs.aws.amazon.com/cloudhsm/latest/userguide/identity-access-management.html",
        examples: [
          {
            input: { ClusterId: "cluster-0123", HsmId: "hsm-0123" },
            permits: ["cloudhsm:DeleteHsm *", "ec2:DeleteNetworkInterface *"],
          },
        ],
      },
    }),
  },
});
