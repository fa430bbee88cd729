/** AWS IoT Wireless: devices and gateways share members that tell the kind beside the id. */
import { defineService } from "./define-service.ts";
import { whenMatches, whenMemberEquals } from "./rule-condition.ts";
import { fillWhen, firstOf, member, ofCall } from "./rule-value.ts";

export default defineService({
  sdkId: "IoT Wireless",
  resources: {
    WirelessDevice: {
      filledBy: [
        fillWhen(whenMemberEquals("ResourceType", "WirelessDevice"), {
          WirelessDeviceId: member("ResourceIdentifier"),
        }),
        fillWhen(whenMemberEquals("IdentifierType", "WirelessDeviceId"), { WirelessDeviceId: member("Identifier") }),
        fillWhen(whenMatches(ofCall("operation"), /WirelessDevice/), {
          WirelessDeviceId: firstOf(member("WirelessDeviceId"), member("Id")),
        }),
      ],
      because: "the request tells by its kind, or the operation by its name, whose id is given",
      see: "https://docs.aws.amazon.com/iot-wireless/latest/apireference/API_GetResourcePosition.html",
      examples: [
        {
          operation: "GetResourcePosition",
          input: { ResourceType: "WirelessDevice", ResourceIdentifier: "1234abcd" },
          permits: [
            "iotwireless:GetResourcePosition arn:aws:iotwireless:us-east-1:123456789012:WirelessDevice/1234abcd",
          ],
        },
        {
          operation: "AssociateWirelessDeviceWithThing",
          input: { Id: "1234abcd", ThingArn: "arn:aws:iot:us-east-1:123456789012:thing/t" },
          permits: [
            "iotwireless:AssociateWirelessDeviceWithThing arn:aws:iot:us-east-1:123456789012:thing/t + arn:aws:iotwireless:us-east-1:123456789012:WirelessDevice/1234abcd",
          ],
        },
        {
          operation: "GetWirelessDevice",
          input: { IdentifierType: "ThingName", Identifier: "t" },
          permits: ["iotwireless:GetWirelessDevice arn:aws:iotwireless:us-east-1:123456789012:WirelessDevice/*"],
        },
      ],
    },
    WirelessGateway: {
      filledBy: [
        fillWhen(whenMemberEquals("ResourceType", "WirelessGateway"), {
          WirelessGatewayId: member("ResourceIdentifier"),
        }),
        fillWhen(whenMemberEquals("IdentifierType", "WirelessGatewayId"), { WirelessGatewayId: member("Identifier") }),
        fillWhen(whenMatches(ofCall("operation"), /WirelessGateway/), {
          WirelessGatewayId: firstOf(member("WirelessGatewayId"), member("Id")),
        }),
      ],
      because: "the request tells by its kind, or the operation by its name, whose id is given",
      see: "https://docs.aws.amazon.com/iot-wireless/latest/apireference/API_GetResourcePosition.html",
      examples: [
        {
          operation: "GetResourcePosition",
          input: { ResourceType: "WirelessGateway", ResourceIdentifier: "1234abcd" },
          permits: [
            "iotwireless:GetResourcePosition arn:aws:iotwireless:us-east-1:123456789012:WirelessGateway/1234abcd",
          ],
        },
        {
          operation: "AssociateWirelessGatewayWithThing",
          input: { Id: "1234abcd", ThingArn: "arn:aws:iot:us-east-1:123456789012:thing/t" },
          permits: [
            "iotwireless:AssociateWirelessGatewayWithThing arn:aws:iot:us-east-1:123456789012:thing/t + arn:aws:iotwireless:us-east-1:123456789012:WirelessGateway/1234abcd",
          ],
        },
        {
          operation: "GetWirelessGateway",
          input: { IdentifierType: "ThingName", Identifier: "t" },
          permits: ["iotwireless:GetWirelessGateway arn:aws:iotwireless:us-east-1:123456789012:WirelessGateway/*"],
        },
      ],
    },
  },
});
