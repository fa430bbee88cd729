/** AWS Organizations: a transfer of billing that is offered may be tagged, although no condition key of the action says so. */
import { operationRules } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { newResource } from "./rule-resource.ts";

export default operationRules({
  InviteOrganizationToTransferResponsibility: {
    authorizedActions: [
      { action: "organizations:InviteOrganizationToTransferResponsibility" },
      {
        action: "organizations:TagResource",
        resource: newResource("responsibilitytransfer"),
        when: whenMember("Tags"),
        origin: "dependent",
        because: "the transfer is tagged",
      },
    ],
    because: "tags of the transfer ask for the tagging action, too",
    see: "https://docs.aws.amazon.com/organizations/latest/APIReference/API_InviteOrganizationToTransferResponsibility.html",
    examples: [
      {
        input: { Type: "BILLING", Target: { Type: "ACCOUNT" }, Tags: [{ Key: "team", Value: "web" }] },
        permits: [
          "organizations:InviteOrganizationToTransferResponsibility *",
          "organizations:TagResource arn:aws:organizations::123456789012:transfer/o-*/*/*/rt-*",
        ],
      },
    ],
  },
});
