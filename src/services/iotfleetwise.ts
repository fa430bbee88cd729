/** AWS IoT FleetWise: vehicles by name, batches of them as the single form, each on its manifests. */
import { defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { arnIn, bothOf, filled } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

export default defineService({
  sdkId: "IoTFleetWise",
  resources: {
    vehicle: {
      filledBy: [{ VehicleId: member("vehicleName") }],
      because: "a vehicle's id in ARNs is the name that its maker gave",
      see: "https://docs.aws.amazon.com/iot-fleetwise/latest/APIReference/API_CreateVehicle.html",
      examples: [
        {
          operation: "CreateVehicle",
          input: {
            vehicleName: "van",
            modelManifestArn: "arn:aws:iotfleetwise:us-east-1:123456789012:model-manifest/m",
            decoderManifestArn: "arn:aws:iotfleetwise:us-east-1:123456789012:decoder-manifest/d",
          },
          permits: [
            "iotfleetwise:CreateVehicle arn:aws:iotfleetwise:us-east-1:123456789012:decoder-manifest/d + arn:aws:iotfleetwise:us-east-1:123456789012:model-manifest/m + arn:aws:iotfleetwise:us-east-1:123456789012:vehicle/van",
          ],
        },
      ],
    },
  },
  operations: {
    BatchCreateVehicle: {
      authorizedActions: [
        {
          action: "iotfleetwise:CreateVehicle",
          forEach: "vehicles[]",
          resource: bothOf(
            filled("vehicle", { VehicleId: member("vehicles[].vehicleName") }),
            arnIn("vehicles[].modelManifestArn"),
            arnIn("vehicles[].decoderManifestArn"),
          ),
        },
        {
          action: "iotfleetwise:TagResource",
          forEach: "vehicles[]",
          resource: filled("vehicle", { VehicleId: member("vehicles[].vehicleName") }),
          when: whenMember("vehicles[].tags[]"),
          origin: "dependent",
          because: "the new vehicle is tagged",
        },
      ],
      because: "each vehicle of a batch is checked as if it were made alone",
      see: "https://docs.aws.amazon.com/iot-fleetwise/latest/APIReference/API_BatchCreateVehicle.html",
      examples: [
        {
          input: {
            vehicles: [
              {
                vehicleName: "van",
                modelManifestArn: "arn:aws:iotfleetwise:us-east-1:123456789012:model-manifest/m",
                decoderManifestArn: "arn:aws:iotfleetwise:us-east-1:123456789012:decoder-manifest/d",
              },
              {
                vehicleName: "bus",
                modelManifestArn: "arn:aws:iotfleetwise:us-east-1:123456789012:model-manifest/m",
                decoderManifestArn: "arn:aws:iotfleetwise:us-east-1:123456789012:decoder-manifest/d",
                tags: [{ Key: "team", Value: "web" }],
              },
            ],
          },
          permits: [
            "iotfleetwise:CreateVehicle arn:aws:iotfleetwise:us-east-1:123456789012:decoder-manifest/d + arn:aws:iotfleetwise:us-east-1:123456789012:model-manifest/m + arn:aws:iotfleetwise:us-east-1:123456789012:vehicle/bus + arn:aws:iotfleetwise:us-east-1:123456789012:vehicle/van",
            "iotfleetwise:TagResource arn:aws:iotfleetwise:us-east-1:123456789012:vehicle/bus",
          ],
        },
      ],
    },
    BatchUpdateVehicle: {
      authorizedActions: [
        {
          action: "iotfleetwise:UpdateVehicle",
          forEach: "vehicles[]",
          resource: bothOf(
            filled("vehicle", { VehicleId: member("vehicles[].vehicleName") }),
            arnIn("vehicles[].modelManifestArn"),
            arnIn("vehicles[].decoderManifestArn"),
          ),
        },
      ],
      because: "each vehicle of a batch is checked as if it were updated alone",
      see: "https://docs.aws.amazon.com/iot-fleetwise/latest/APIReference/API_BatchUpdateVehicle.html",
      examples: [
        {
          input: { vehicles: [{ vehicleName: "van" }] },
          permits: ["iotfleetwise:UpdateVehicle arn:aws:iotfleetwise:us-east-1:123456789012:vehicle/van"],
        },
      ],
    },
  },
});
