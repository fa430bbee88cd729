/** AWS Network Manager: attachments that are made with a routing policy label. */
import { defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { bothOf, namedIn, newResource } from "./rule-resource.ts";

export default defineService({
  sdkId: "NetworkManager",
  besides: [
    {
      authorizedActions: [
        {
          action: "networkmanager:PutAttachmentRoutingPolicyLabel",
          origin: "dependent",
          when: whenMember("RoutingPolicyLabel"),
          resource: bothOf(newResource("attachment"), namedIn("core-network", "ResourceId", "CoreNetworkId")),
        },
      ],
      because: "the attachment is made with a routing policy label",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsnetworkmanager.html",
      examples: [
        {
          operation: "CreateVpcAttachment",
          input: { CoreNetworkId: "core-network-1", RoutingPolicyLabel: "prod" },
          permits: [
            "networkmanager:CreateVpcAttachment arn:aws:networkmanager::123456789012:core-network/core-network-1",
            "networkmanager:PutAttachmentRoutingPolicyLabel arn:aws:networkmanager::123456789012:attachment/*",
            "networkmanager:PutAttachmentRoutingPolicyLabel arn:aws:networkmanager::123456789012:core-network/core-network-1",
          ],
        },
        {
          operation: "CreateVpcAttachment",
          input: { CoreNetworkId: "core-network-1" },
          permits: [
            "networkmanager:CreateVpcAttachment arn:aws:networkmanager::123456789012:core-network/core-network-1",
          ],
        },
      ],
    },
  ],
});
