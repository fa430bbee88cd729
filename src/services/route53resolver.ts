/** Route 53 Resolver: batches of firewall rules, endpoints and associations in the caller's network. */
import { authorizedAs, defineService } from "./define-service.ts";
import network from "./route53resolver-network.ts";
import { bothOf, namedIn } from "./rule-resource.ts";

export default defineService({
  sdkId: "Route53Resolver",
  operations: {
    ...network,
    ...authorizedAs(
      { BatchCreateFirewallRule: "CreateFirewallRule" },
      {
        servicePrefix: "route53resolver",
        resource: bothOf(
          namedIn("firewall-rule-group", "ResourceId", "CreateFirewallRuleEntries[].FirewallRuleGroupId"),
          namedIn("firewall-domain-list", "ResourceId", "CreateFirewallRuleEntries[].FirewallDomainListId"),
        ),
        because: "a batch is authorized as the creation of each rule",
        see: "https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_BatchCreateFirewallRule.html",
        example: {
          input: {
            CreateFirewallRuleEntries: [{ FirewallRuleGroupId: "rslvr-frg-1", FirewallDomainListId: "rslvr-fdl-1" }],
          },
          on: "arn:aws:route53resolver:us-east-1:123456789012:firewall-domain-list/rslvr-fdl-1 + arn:aws:route53resolver:us-east-1:123456789012:firewall-rule-group/rslvr-frg-1",
        },
      },
    ),
    ...authorizedAs(
      { BatchUpdateFirewallRule: "UpdateFirewallRule" },
      {
        servicePrefix: "route53resolver",
        resource: bothOf(
          namedIn("firewall-rule-group", "ResourceId", "UpdateFirewallRuleEntries[].FirewallRuleGroupId"),
          namedIn("firewall-domain-list", "ResourceId", "UpdateFirewallRuleEntries[].FirewallDomainListId"),
        ),
        because: "a batch is authorized as the update of each rule",
        see: "https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_BatchUpdateFirewallRule.html",
        example: {
          input: {
            UpdateFirewallRuleEntries: [{ FirewallRuleGroupId: "rslvr-frg-1", FirewallThreatProtectionId: "tp-1" }],
          },
          on: "arn:aws:route53resolver:us-east-1:123456789012:firewall-rule-group/rslvr-frg-1",
        },
      },
    ),
    ...authorizedAs(
      { BatchDeleteFirewallRule: "DeleteFirewallRule" },
      {
        servicePrefix: "route53resolver",
        resource: bothOf(
          namedIn("firewall-rule-group", "ResourceId", "DeleteFirewallRuleEntries[].FirewallRuleGroupId"),
          namedIn("firewall-domain-list", "ResourceId", "DeleteFirewallRuleEntries[].FirewallDomainListId"),
        ),
        because: "a batch is authorized as the deletion of each rule",
        see: "https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_BatchDeleteFirewallRule.html",
        example: {
          input: {
            DeleteFirewallRuleEntries: [{ FirewallRuleGroupId: "rslvr-frg-1", FirewallDomainListId: "rslvr-fdl-1" }],
          },
          on: "arn:aws:route53resolver:us-east-1:123456789012:firewall-domain-list/rslvr-fdl-1 + arn:aws:route53resolver:us-east-1:123456789012:firewall-rule-group/rslvr-frg-1",
        },
      },
    ),
  },
});
