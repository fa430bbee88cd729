/** Amazon EC2: calls that make a resource beside one of the same type, or from one that has a name of its own. */
import { authorizedOn } from "./define-service.ts";
import { namedIn, newResource, typed } from "./rule-resource.ts";

export default authorizedOn(
  {
    CopyFpgaImage: {
      resources: [newResource("fpga-image")],
      input: { SourceFpgaImageId: "afi-1", SourceRegion: "us-west-2" },
      on: ["arn:aws:ec2:us-east-1:123456789012:fpga-image/*"],
    },
    CopyImage: {
      resources: [newResource("image"), newResource("snapshot")],
      input: { SourceImageId: "ami-1", SourceRegion: "us-west-2", Name: "web" },
      on: ["arn:aws:ec2:us-east-1::image/*", "arn:aws:ec2:us-east-1::snapshot/*"],
    },
    CopySnapshot: {
      resources: [newResource("snapshot")],
      input: { SourceSnapshotId: "snap-1", SourceRegion: "us-west-2" },
      on: ["arn:aws:ec2:us-east-1::snapshot/*"],
    },
    CopyVolumes: {
      resources: [newResource("volume"), namedIn("volume", "VolumeId", "SourceVolumeId")],
      input: { SourceVolumeId: "vol-1" },
      on: ["arn:aws:ec2:us-east-1:123456789012:volume/*", "arn:aws:ec2:us-east-1:123456789012:volume/vol-1"],
    },
    CreateCapacityReservationBySplitting: {
      resources: [
        newResource("capacity-reservation"),
        namedIn("capacity-reservation", "CapacityReservationId", "SourceCapacityReservationId"),
      ],
      input: { SourceCapacityReservationId: "cr-1", InstanceCount: 1 },
      on: [
        "arn:aws:ec2:us-east-1:123456789012:capacity-reservation/*",
        "arn:aws:ec2:us-east-1:123456789012:capacity-reservation/cr-1",
      ],
    },
    CreateInterruptibleCapacityReservationAllocation: {
      resources: [
        newResource("capacity-reservation"),
        namedIn("capacity-reservation", "CapacityReservationId", "CapacityReservationId"),
      ],
      input: { CapacityReservationId: "cr-1", InstanceCount: 1 },
      on: [
        "arn:aws:ec2:us-east-1:123456789012:capacity-reservation/*",
        "arn:aws:ec2:us-east-1:123456789012:capacity-reservation/cr-1",
      ],
    },
    CreateIpamPool: {
      resources: [
        newResource("ipam-pool"),
        typed("ipam-scope"),
        namedIn("ipam-pool", "IpamPoolId", "SourceIpamPoolId"),
      ],
      input: { IpamScopeId: "ipam-scope-1", SourceIpamPoolId: "ipam-pool-1", AddressFamily: "ipv4" },
      on: [
        "arn:aws:ec2::123456789012:ipam-pool/*",
        "arn:aws:ec2::123456789012:ipam-pool/ipam-pool-1 + arn:aws:ec2::123456789012:ipam-scope/ipam-scope-1",
      ],
    },
    CreateRestoreImageTask: {
      resources: [newResource("image")],
      input: { Bucket: "images", ObjectKey: "ami.bin", Name: "web" },
      on: ["arn:aws:ec2:us-east-1::image/*"],
    },
    CreateTransitGatewayConnect: {
      resources: [
        newResource("transit-gateway-attachment"),
        namedIn("transit-gateway-attachment", "TransitGatewayAttachmentId", "TransportTransitGatewayAttachmentId"),
      ],
      input: { TransportTransitGatewayAttachmentId: "tgw-attach-1", Options: { Protocol: "gre" } },
      on: [
        "arn:aws:ec2:us-east-1:123456789012:transit-gateway-attachment/*",
        "arn:aws:ec2:us-east-1:123456789012:transit-gateway-attachment/tgw-attach-1",
      ],
    },
    CreateTransitGatewayRouteTableAnnouncement: {
      resources: [
        namedIn("transit-gateway-attachment", "TransitGatewayAttachmentId", "PeeringAttachmentId"),
        typed("transit-gateway-route-table"),
        newResource("transit-gateway-route-table-announcement"),
      ],
      input: { TransitGatewayRouteTableId: "tgw-rtb-1", PeeringAttachmentId: "tgw-attach-1" },
      on: [
        "arn:aws:ec2:us-east-1:123456789012:transit-gateway-attachment/tgw-attach-1 + arn:aws:ec2:us-east-1:123456789012:transit-gateway-route-table/tgw-rtb-1",
        "arn:aws:ec2:us-east-1:123456789012:transit-gateway-route-table-announcement/*",
      ],
    },
    RegisterImage: {
      resources: [newResource("image"), namedIn("snapshot", "SnapshotId", "BlockDeviceMappings[].Ebs.SnapshotId")],
      input: { Name: "web", BlockDeviceMappings: [{ Ebs: { SnapshotId: "snap-1" } }] },
      on: ["arn:aws:ec2:us-east-1::image/*", "arn:aws:ec2:us-east-1::snapshot/snap-1"],
    },
  },
  {
    servicePrefix: "ec2",
    because: "what the call makes has no id yet, and what it is made from stands under another name",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html",
  },
);
