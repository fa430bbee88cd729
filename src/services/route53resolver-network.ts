/** Route 53 Resolver: endpoints get interfaces in the caller's network, associations look up their VPC. */
import { inCallersNetwork } from "./callers-network.ts";
import { type OperationRule, type OperationRules, operationRules } from "./define-service.ts";
import { newResource, type ResourceRule } from "./rule-resource.ts";

const HERE = "arn:aws:route53resolver:us-east-1:123456789012";
const SEE = "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonroute53resolver.html";

interface InNetwork {
  readonly operation: string;
  /** Of EC2, without prefix. */
  readonly asks: readonly string[];
  readonly input: { readonly [member: string]: unknown };
  /** The resolver's resource in the example. */
  readonly on: string;
  /** Absent: as by default. */
  readonly resource?: ResourceRule;
}

function inNetwork({ operation, asks, input, on, resource }: InNetwork): OperationRules {
  const action = `route53resolver:${operation}`;
  const rule: OperationRule = {
    authorizedActions: [{ action, ...(resource === undefined ? {} : { resource }) }, inCallersNetwork(asks)],
    because: "the caller's network is looked up, and gets interfaces, with the caller's permissions",
    see: SEE,
    examples: [{ input, permits: [`${action} ${HERE}:${on}`, ...asks.map((name) => `ec2:${name} *`)] }],
  };
  return { [operation]: rule };
}

const VPC = ["DescribeVpcs"];
const LOOKUPS = ["DescribeNetworkInterfaces", "DescribeSubnets"];

export default operationRules({
  ...inNetwork({
    operation: "CreateResolverEndpoint",
    asks: ["CreateNetworkInterface", ...LOOKUPS, "DescribeSecurityGroups", ...VPC],
    input: { Direction: "INBOUND", SecurityGroupIds: ["sg-1"], IpAddresses: [{ SubnetId: "subnet-1" }] },
    on: "resolver-endpoint/*",
  }),
  ...inNetwork({
    operation: "DeleteResolverEndpoint",
    asks: ["DeleteNetworkInterface", "DescribeNetworkInterfaces"],
    input: { ResolverEndpointId: "rslvr-in-1" },
    on: "resolver-endpoint/rslvr-in-1",
  }),
  ...inNetwork({
    operation: "AssociateResolverEndpointIpAddress",
    asks: ["CreateNetworkInterface", ...LOOKUPS],
    input: { ResolverEndpointId: "rslvr-in-1", IpAddress: { SubnetId: "subnet-1" } },
    on: "resolver-endpoint/rslvr-in-1",
  }),
  ...inNetwork({
    operation: "DisassociateResolverEndpointIpAddress",
    asks: ["DeleteNetworkInterface", "DescribeNetworkInterfaces"],
    input: { ResolverEndpointId: "rslvr-in-1", IpAddress: { SubnetId: "subnet-1" } },
    on: "resolver-endpoint/rslvr-in-1",
  }),
  ...inNetwork({
    operation: "AssociateResolverRule",
    asks: VPC,
    input: { ResolverRuleId: "rslvr-rr-1", VPCId: "vpc-1" },
    on: "resolver-rule/rslvr-rr-1",
  }),
  ...inNetwork({
    operation: "AssociateResolverQueryLogConfig",
    asks: VPC,
    input: { ResolverQueryLogConfigId: "rqlc-1", ResourceId: "vpc-1" },
    on: "resolver-query-log-config/rqlc-1",
  }),
  ...inNetwork({
    operation: "AssociateFirewallRuleGroup",
    asks: VPC,
    resource: newResource("firewall-rule-group-association"),
    input: { FirewallRuleGroupId: "rslvr-frg-1", VpcId: "vpc-1", Priority: 101, Name: "guard" },
    on: "firewall-rule-group-association/*",
  }),
});
