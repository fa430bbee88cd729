/** Amazon EC2: resources that a request names deep inside, in several members, or by an id whose form alone tells the type. */
import { authorizedOn } from "./define-service.ts";
import { resourcesById } from "./ec2-resource-ids.ts";
import { namedIn, newResource, typed } from "./rule-resource.ts";

export default authorizedOn(
  {
    AllocateAddress: {
      resources: [
        newResource("elastic-ip"),
        namedIn("ipam-pool", "IpamPoolId", "IpamPoolId"),
        namedIn("ipv4pool-ec2", "Ipv4PoolEc2Id", "PublicIpv4Pool"),
      ],
      input: { PublicIpv4Pool: "ipv4pool-ec2-1" },
      on: [
        "arn:aws:ec2:us-east-1:123456789012:elastic-ip/*",
        "arn:aws:ec2:us-east-1:123456789012:ipv4pool-ec2/ipv4pool-ec2-1",
      ],
    },
    AssociateRouteTable: {
      resources: [
        typed("route-table"),
        namedIn("subnet", "SubnetId", "SubnetId"),
        resourcesById("GatewayId", "igw", "vgw"),
        namedIn("ipv4pool-ec2", "Ipv4PoolEc2Id", "PublicIpv4Pool"),
      ],
      input: { RouteTableId: "rtb-1", GatewayId: "igw-1" },
      on: [
        "arn:aws:ec2:us-east-1:123456789012:internet-gateway/igw-1 + arn:aws:ec2:us-east-1:123456789012:route-table/rtb-1",
      ],
    },
    AssociateSubnetCidrBlock: {
      resources: [typed("subnet"), namedIn("ipam-pool", "IpamPoolId", "Ipv6IpamPoolId")],
      input: { SubnetId: "subnet-1", Ipv6IpamPoolId: "ipam-pool-1" },
      on: ["arn:aws:ec2:us-east-1:123456789012:subnet/subnet-1 + arn:aws:ec2::123456789012:ipam-pool/ipam-pool-1"],
    },
    AssociateVpcCidrBlock: {
      resources: [
        typed("vpc"),
        namedIn("ipam-pool", "IpamPoolId", "Ipv4IpamPoolId", "Ipv6IpamPoolId"),
        namedIn("ipv6pool-ec2", "Ipv6PoolEc2Id", "Ipv6Pool"),
      ],
      input: { VpcId: "vpc-1", Ipv4IpamPoolId: "ipam-pool-1" },
      on: ["arn:aws:ec2:us-east-1:123456789012:vpc/vpc-1 + arn:aws:ec2::123456789012:ipam-pool/ipam-pool-1"],
    },
    CancelImportTask: {
      resources: [resourcesById("ImportTaskId", "import-ami", "import-snap")],
      input: { ImportTaskId: "import-snap-1" },
      on: ["arn:aws:ec2:us-east-1:123456789012:import-snapshot-task/import-snap-1"],
    },
    CreateClientVpnRoute: {
      resources: [typed("client-vpn-endpoint"), namedIn("subnet", "SubnetId", "TargetVpcSubnetId")],
      input: { ClientVpnEndpointId: "cvpn-endpoint-1", TargetVpcSubnetId: "subnet-1" },
      on: [
        "arn:aws:ec2:us-east-1:123456789012:client-vpn-endpoint/cvpn-endpoint-1 + arn:aws:ec2:us-east-1:123456789012:subnet/subnet-1",
      ],
    },
    DeleteClientVpnRoute: {
      resources: [typed("client-vpn-endpoint"), namedIn("subnet", "SubnetId", "TargetVpcSubnetId")],
      input: { ClientVpnEndpointId: "cvpn-endpoint-1", TargetVpcSubnetId: "subnet-1" },
      on: [
        "arn:aws:ec2:us-east-1:123456789012:client-vpn-endpoint/cvpn-endpoint-1 + arn:aws:ec2:us-east-1:123456789012:subnet/subnet-1",
      ],
    },
    CreateFlowLogs: {
      resources: [
        newResource("vpc-flow-log"),
        resourcesById("ResourceIds[]", "vpc", "subnet", "eni", "tgw", "tgw-attach", "nat"),
      ],
      input: { ResourceType: "VPC", ResourceIds: ["vpc-1"] },
      on: ["arn:aws:ec2:us-east-1:123456789012:vpc-flow-log/*", "arn:aws:ec2:us-east-1:123456789012:vpc/vpc-1"],
    },
    CreateNatGateway: {
      resources: [
        newResource("natgateway"),
        namedIn("subnet", "SubnetId", "SubnetId"),
        namedIn("vpc", "VpcId", "VpcId"),
        namedIn(
          "elastic-ip",
          "AllocationId",
          "AllocationId",
          "SecondaryAllocationIds[]",
          "AvailabilityZoneAddresses[].AllocationIds[]",
        ),
      ],
      input: { SubnetId: "subnet-1", AllocationId: "eipalloc-1", SecondaryAllocationIds: ["eipalloc-2"] },
      on: [
        "arn:aws:ec2:us-east-1:123456789012:natgateway/*",
        "arn:aws:ec2:us-east-1:123456789012:elastic-ip/eipalloc-1 + arn:aws:ec2:us-east-1:123456789012:elastic-ip/eipalloc-2 + arn:aws:ec2:us-east-1:123456789012:subnet/subnet-1",
      ],
    },
    CreateNetworkInsightsPath: {
      resources: [
        newResource("network-insights-path"),
        ...(["Source", "Destination"] as const).map((path) =>
          resourcesById(path, "i", "igw", "eni", "tgw", "vpce", "vpce-svc", "pcx", "vgw"),
        ),
      ],
      input: { Source: "i-1", Destination: "igw-1", Protocol: "tcp" },
      on: [
        "arn:aws:ec2:us-east-1:123456789012:network-insights-path/*",
        "arn:aws:ec2:us-east-1:123456789012:instance/i-1 + arn:aws:ec2:us-east-1:123456789012:internet-gateway/igw-1",
      ],
    },
    CreateSubnet: {
      resources: [
        newResource("subnet"),
        typed("vpc"),
        namedIn("ipam-pool", "IpamPoolId", "Ipv4IpamPoolId", "Ipv6IpamPoolId"),
      ],
      input: { VpcId: "vpc-1", Ipv4IpamPoolId: "ipam-pool-1" },
      on: [
        "arn:aws:ec2:us-east-1:123456789012:subnet/*",
        "arn:aws:ec2:us-east-1:123456789012:vpc/vpc-1 + arn:aws:ec2::123456789012:ipam-pool/ipam-pool-1",
      ],
    },
    CreateTrafficMirrorTarget: {
      resources: [
        newResource("traffic-mirror-target"),
        namedIn("network-interface", "NetworkInterfaceId", "NetworkInterfaceId"),
        namedIn("vpc-endpoint", "VpcEndpointId", "GatewayLoadBalancerEndpointId"),
      ],
      input: { GatewayLoadBalancerEndpointId: "vpce-1" },
      on: [
        "arn:aws:ec2:us-east-1:123456789012:traffic-mirror-target/*",
        "arn:aws:ec2:us-east-1:123456789012:vpc-endpoint/vpce-1",
      ],
    },
    CreateVpc: {
      resources: [
        newResource("vpc"),
        namedIn("ipam-pool", "IpamPoolId", "Ipv4IpamPoolId", "Ipv6IpamPoolId"),
        namedIn("ipv6pool-ec2", "Ipv6PoolEc2Id", "Ipv6Pool"),
      ],
      input: { Ipv4IpamPoolId: "ipam-pool-1" },
      on: ["arn:aws:ec2:us-east-1:123456789012:vpc/*", "arn:aws:ec2::123456789012:ipam-pool/ipam-pool-1"],
    },
    CreateVpcEndpoint: {
      resources: [
        newResource("vpc-endpoint"),
        typed("vpc"),
        namedIn("route-table", "RouteTableId", "RouteTableIds[]"),
        namedIn("security-group", "SecurityGroupId", "SecurityGroupIds[]"),
        namedIn("subnet", "SubnetId", "SubnetIds[]", "SubnetConfigurations[].SubnetId"),
      ],
      input: { VpcId: "vpc-1", SubnetIds: ["subnet-1"], SecurityGroupIds: ["sg-1"] },
      on: [
        "arn:aws:ec2:us-east-1:123456789012:vpc-endpoint/*",
        "arn:aws:ec2:us-east-1:123456789012:vpc/vpc-1 + arn:aws:ec2:us-east-1:123456789012:subnet/subnet-1 + arn:aws:ec2:us-east-1:123456789012:security-group/sg-1",
      ],
    },
    DeletePublicIpv4Pool: {
      resources: [namedIn("ipv4pool-ec2", "Ipv4PoolEc2Id", "PoolId")],
      input: { PoolId: "ipv4pool-ec2-1" },
      on: ["arn:aws:ec2:us-east-1:123456789012:ipv4pool-ec2/ipv4pool-ec2-1"],
    },
    DeprovisionPublicIpv4PoolCidr: {
      resources: [namedIn("ipv4pool-ec2", "Ipv4PoolEc2Id", "PoolId")],
      input: { PoolId: "ipv4pool-ec2-1" },
      on: ["arn:aws:ec2:us-east-1:123456789012:ipv4pool-ec2/ipv4pool-ec2-1"],
    },
    ProvisionPublicIpv4PoolCidr: {
      resources: [typed("ipam-pool"), namedIn("ipv4pool-ec2", "Ipv4PoolEc2Id", "PoolId")],
      input: { IpamPoolId: "ipam-pool-1", PoolId: "ipv4pool-ec2-1" },
      on: [
        "arn:aws:ec2:us-east-1:123456789012:ipv4pool-ec2/ipv4pool-ec2-1 + arn:aws:ec2::123456789012:ipam-pool/ipam-pool-1",
      ],
    },
    GetAssociatedIpv6PoolCidrs: {
      resources: [namedIn("ipv6pool-ec2", "Ipv6PoolEc2Id", "PoolId")],
      input: { PoolId: "ipv6pool-ec2-1" },
      on: ["arn:aws:ec2:us-east-1:123456789012:ipv6pool-ec2/ipv6pool-ec2-1"],
    },
    GetCoipPoolUsage: {
      resources: [namedIn("coip-pool", "Ipv4PoolCoipId", "PoolId")],
      input: { PoolId: "ipv4pool-coip-1" },
      on: ["arn:aws:ec2:us-east-1:123456789012:coip-pool/ipv4pool-coip-1"],
    },
  },
  {
    servicePrefix: "ec2",
    because: "the request names its resources under other names than their types",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html",
  },
);
