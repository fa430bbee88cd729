/** Amazon EC2: changes that name further resources, in lists of what is added and removed or deep inside. */
import { authorizedOn } from "./define-service.ts";
import { namedIn, typed } from "./rule-resource.ts";

export default authorizedOn(
  {
    AssociateApplicationStatusCheck: {
      resources: [typed("application-status-check"), namedIn("instance", "InstanceId", "InstanceIds[]")],
      input: { ApplicationStatusCheckId: "asc-1", InstanceIds: ["i-1"] },
      on: [
        "arn:aws:ec2:us-east-1:123456789012:application-status-check/asc-1 + arn:aws:ec2:us-east-1:123456789012:instance/i-1",
      ],
    },
    DisassociateApplicationStatusCheck: {
      resources: [typed("application-status-check"), namedIn("instance", "InstanceId", "InstanceIds[]")],
      input: { ApplicationStatusCheckId: "asc-1", InstanceIds: ["i-1"] },
      on: [
        "arn:aws:ec2:us-east-1:123456789012:application-status-check/asc-1 + arn:aws:ec2:us-east-1:123456789012:instance/i-1",
      ],
    },
    CreateTransitGatewayMeteringPolicyEntry: {
      resources: [
        typed("transit-gateway-metering-policy"),
        namedIn(
          "transit-gateway-attachment",
          "TransitGatewayAttachmentId",
          "SourceTransitGatewayAttachmentId",
          "DestinationTransitGatewayAttachmentId",
        ),
      ],
      input: { TransitGatewayMeteringPolicyId: "tgw-mp-1", SourceTransitGatewayAttachmentId: "tgw-attach-1" },
      on: [
        "arn:aws:ec2:us-east-1:123456789012:transit-gateway-attachment/tgw-attach-1 + arn:aws:ec2:us-east-1:123456789012:transit-gateway-metering-policy/tgw-mp-1",
      ],
    },
    CreateTransitGatewayPolicyTableEntry: {
      resources: [
        typed("transit-gateway-policy-table"),
        namedIn("transit-gateway-route-table", "TransitGatewayRouteTableId", "TargetRouteTableId"),
      ],
      input: { TransitGatewayPolicyTableId: "tgw-ptb-1", TargetRouteTableId: "tgw-rtb-1" },
      on: [
        "arn:aws:ec2:us-east-1:123456789012:transit-gateway-policy-table/tgw-ptb-1 + arn:aws:ec2:us-east-1:123456789012:transit-gateway-route-table/tgw-rtb-1",
      ],
    },
    ModifyInstanceAttribute: {
      resources: [
        typed("instance"),
        namedIn("security-group", "SecurityGroupId", "Groups[]"),
        namedIn("volume", "VolumeId", "BlockDeviceMappings[].Ebs.VolumeId"),
      ],
      input: { InstanceId: "i-1", BlockDeviceMappings: [{ Ebs: { VolumeId: "vol-1" } }] },
      on: ["arn:aws:ec2:us-east-1:123456789012:instance/i-1 + arn:aws:ec2:us-east-1:123456789012:volume/vol-1"],
    },
    ModifyInstanceCapacityReservationAttributes: {
      resources: [
        typed("instance"),
        namedIn(
          "capacity-reservation",
          "CapacityReservationId",
          "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
        ),
      ],
      input: {
        InstanceId: "i-1",
        CapacityReservationSpecification: { CapacityReservationTarget: { CapacityReservationId: "cr-1" } },
      },
      on: [
        "arn:aws:ec2:us-east-1:123456789012:capacity-reservation/cr-1 + arn:aws:ec2:us-east-1:123456789012:instance/i-1",
      ],
    },
    ModifyInstancePlacement: {
      resources: [
        typed("instance"),
        namedIn("dedicated-host", "DedicatedHostId", "HostId"),
        namedIn("placement-group", "PlacementGroupName", "GroupName"),
      ],
      input: { InstanceId: "i-1", HostId: "h-1", GroupName: "near" },
      on: [
        "arn:aws:ec2:us-east-1:123456789012:dedicated-host/h-1 + arn:aws:ec2:us-east-1:123456789012:instance/i-1 + arn:aws:ec2:us-east-1:123456789012:placement-group/near",
      ],
    },
    ModifyIpamResourceCidr: {
      resources: [namedIn("ipam-scope", "IpamScopeId", "CurrentIpamScopeId", "DestinationIpamScopeId")],
      input: { CurrentIpamScopeId: "ipam-scope-1", DestinationIpamScopeId: "ipam-scope-2" },
      on: ["arn:aws:ec2::123456789012:ipam-scope/ipam-scope-1 + arn:aws:ec2::123456789012:ipam-scope/ipam-scope-2"],
    },
    ModifySecurityGroupRules: {
      resources: [
        typed("security-group"),
        namedIn("security-group-rule", "SecurityGroupRuleId", "SecurityGroupRules[].SecurityGroupRuleId"),
        namedIn("prefix-list", "PrefixListId", "SecurityGroupRules[].SecurityGroupRule.PrefixListId"),
      ],
      input: {
        GroupId: "sg-1",
        SecurityGroupRules: [{ SecurityGroupRuleId: "sgr-1", SecurityGroupRule: { PrefixListId: "pl-1" } }],
      },
      on: [
        "arn:aws:ec2:us-east-1:123456789012:prefix-list/pl-1 + arn:aws:ec2:us-east-1:123456789012:security-group-rule/sgr-1 + arn:aws:ec2:us-east-1:123456789012:security-group/sg-1",
      ],
    },
    ModifyTransitGateway: {
      resources: [
        typed("transit-gateway"),
        namedIn(
          "transit-gateway-route-table",
          "TransitGatewayRouteTableId",
          "Options.AssociationDefaultRouteTableId",
          "Options.PropagationDefaultRouteTableId",
        ),
      ],
      input: { TransitGatewayId: "tgw-1", Options: { AssociationDefaultRouteTableId: "tgw-rtb-1" } },
      on: [
        "arn:aws:ec2:us-east-1:123456789012:transit-gateway-route-table/tgw-rtb-1 + arn:aws:ec2:us-east-1:123456789012:transit-gateway/tgw-1",
      ],
    },
    ModifyTransitGatewayMeteringPolicy: {
      resources: [
        typed("transit-gateway-metering-policy"),
        namedIn(
          "transit-gateway-attachment",
          "TransitGatewayAttachmentId",
          "AddMiddleboxAttachmentIds[]",
          "RemoveMiddleboxAttachmentIds[]",
        ),
      ],
      input: { TransitGatewayMeteringPolicyId: "tgw-mp-1", AddMiddleboxAttachmentIds: ["tgw-attach-1"] },
      on: [
        "arn:aws:ec2:us-east-1:123456789012:transit-gateway-attachment/tgw-attach-1 + arn:aws:ec2:us-east-1:123456789012:transit-gateway-metering-policy/tgw-mp-1",
      ],
    },
    ModifyTransitGatewayPolicyTableEntry: {
      resources: [
        typed("transit-gateway-policy-table"),
        namedIn("transit-gateway-route-table", "TransitGatewayRouteTableId", "TargetRouteTableId"),
      ],
      input: { TransitGatewayPolicyTableId: "tgw-ptb-1", TargetRouteTableId: "tgw-rtb-1" },
      on: [
        "arn:aws:ec2:us-east-1:123456789012:transit-gateway-policy-table/tgw-ptb-1 + arn:aws:ec2:us-east-1:123456789012:transit-gateway-route-table/tgw-rtb-1",
      ],
    },
    ModifyTransitGatewayVpcAttachment: {
      resources: [
        typed("transit-gateway-attachment"),
        namedIn("subnet", "SubnetId", "AddSubnetIds[]", "RemoveSubnetIds[]"),
      ],
      input: { TransitGatewayAttachmentId: "tgw-attach-1", AddSubnetIds: ["subnet-1"] },
      on: [
        "arn:aws:ec2:us-east-1:123456789012:subnet/subnet-1 + arn:aws:ec2:us-east-1:123456789012:transit-gateway-attachment/tgw-attach-1",
      ],
    },
    ModifyVpcEndpoint: {
      resources: [
        typed("vpc-endpoint"),
        namedIn("route-table", "RouteTableId", "AddRouteTableIds[]", "RemoveRouteTableIds[]"),
        namedIn("security-group", "SecurityGroupId", "AddSecurityGroupIds[]", "RemoveSecurityGroupIds[]"),
        namedIn("subnet", "SubnetId", "AddSubnetIds[]", "RemoveSubnetIds[]", "SubnetConfigurations[].SubnetId"),
      ],
      input: { VpcEndpointId: "vpce-1", AddSubnetIds: ["subnet-1"], RemoveSecurityGroupIds: ["sg-1"] },
      on: [
        "arn:aws:ec2:us-east-1:123456789012:security-group/sg-1 + arn:aws:ec2:us-east-1:123456789012:subnet/subnet-1 + arn:aws:ec2:us-east-1:123456789012:vpc-endpoint/vpce-1",
      ],
    },
    MoveCapacityReservationInstances: {
      resources: [
        namedIn(
          "capacity-reservation",
          "CapacityReservationId",
          "SourceCapacityReservationId",
          "DestinationCapacityReservationId",
        ),
      ],
      input: { SourceCapacityReservationId: "cr-1", DestinationCapacityReservationId: "cr-2" },
      on: [
        "arn:aws:ec2:us-east-1:123456789012:capacity-reservation/cr-1 + arn:aws:ec2:us-east-1:123456789012:capacity-reservation/cr-2",
      ],
    },
    PurchaseHostReservation: {
      resources: [namedIn("dedicated-host", "DedicatedHostId", "HostIdSet[]")],
      input: { HostIdSet: ["h-1"], OfferingId: "hro-1" },
      on: ["arn:aws:ec2:us-east-1:123456789012:dedicated-host/h-1"],
    },
  },
  {
    servicePrefix: "ec2",
    because: "the request names its resources under other names than their types",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html",
  },
);
