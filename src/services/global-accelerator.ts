/** AWS Global Accelerator: endpoints that are added or removed change their group. */
import { defineService } from "./define-service.ts";
import { arnIn } from "./rule-resource.ts";

export default defineService({
  sdkId: "Global Accelerator",
  operations: {
    AddEndpoints: {
      authorizedActions: [
        {
          action: ["globalaccelerator:AddEndpoints", "globalaccelerator:UpdateEndpointGroup"],
          resource: arnIn("EndpointGroupArn"),
        },
      ],
      because: "the endpoint group is updated, too",
      see: "https://docs.aws.amazon.com/global-accelerator/latest/api/API_AddEndpoints.html",
      examples: [
        {
          input: {
            EndpointGroupArn:
              "arn:aws:globalaccelerator::123456789012:accelerator/1234abcd-1111/listener/0123/endpoint-group/ab88",
          },
          permits: [
            "globalaccelerator:AddEndpoints arn:aws:globalaccelerator::123456789012:accelerator/1234abcd-1111/listener/0123/endpoint-group/ab88",
            "globalaccelerator:UpdateEndpointGroup arn:aws:globalaccelerator::123456789012:accelerator/1234abcd-1111/listener/0123/endpoint-group/ab88",
          ],
        },
      ],
    },
    RemoveEndpoints: {
      authorizedActions: [
        {
          action: ["globalaccelerator:RemoveEndpoints", "globalaccelerator:UpdateEndpointGroup"],
          resource: arnIn("EndpointGroupArn"),
        },
      ],
      because: "the endpoint group is updated, too",
      see: "https://docs.aws.amazon.com/global-accelerator/latest/api/API_RemoveEndpoints.html",
      examples: [
        {
          input: {
            EndpointGroupArn:
              "arn:aws:globalaccelerator::123456789012:accelerator/1234abcd-1111/listener/0123/endpoint-group/ab88",
          },
          permits: [
            "globalaccelerator:RemoveEndpoints arn:aws:globalaccelerator::123456789012:accelerator/1234abcd-1111/listener/0123/endpoint-group/ab88",
            "globalaccelerator:UpdateEndpointGroup arn:aws:globalaccelerator::123456789012:accelerator/1234abcd-1111/listener/0123/endpoint-group/ab88",
          ],
        },
      ],
    },
  },
});
