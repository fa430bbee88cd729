/** AWS Network Firewall: rule groups of two kinds, and the policy that a new firewall gets. */
import { authorizedAs, defineService } from "./define-service.ts";
import { whenMemberEquals } from "./rule-condition.ts";
import { arnIn, bothOf, filled } from "./rule-resource.ts";
import { fillWhen, matching, member } from "./rule-value.ts";

export default defineService({
  sdkId: "Network Firewall",
  operations: {
    ...authorizedAs(
      {
        DeleteRuleGroup: "DeleteRuleGroup",
        DescribeRuleGroup: "DescribeRuleGroup",
        DescribeRuleGroupMetadata: "DescribeRuleGroupMetadata",
        UpdateRuleGroup: "UpdateRuleGroup",
      },
      {
        servicePrefix: "network-firewall",
        resource: bothOf(
          filled(
            "StatefulRuleGroup",
            matching(member("RuleGroupArn"), /:stateful-rulegroup\/(?<Name>.+)$/),
            fillWhen(whenMemberEquals("Type", "STATEFUL", "STATEFUL_DOMAIN"), { Name: member("RuleGroupName") }),
          ),
          filled(
            "StatelessRuleGroup",
            matching(member("RuleGroupArn"), /:stateless-rulegroup\/(?<Name>.+)$/),
            fillWhen(whenMemberEquals("Type", "STATELESS"), { Name: member("RuleGroupName") }),
          ),
        ),
        because: "a rule group is of the kind that its ARN or the request's type tells",
        see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsnetworkfirewall.html",
        example: {
          input: { RuleGroupName: "block", Type: "STATELESS" },
          on: "arn:aws:network-firewall:us-east-1:123456789012:stateless-rulegroup/block",
        },
      },
    ),
    ...authorizedAs(
      { CreateRuleGroup: "CreateRuleGroup" },
      {
        servicePrefix: "network-firewall",
        resource: bothOf(
          filled(
            "StatefulRuleGroup",
            fillWhen(whenMemberEquals("Type", "STATEFUL", "STATEFUL_DOMAIN"), { Name: member("RuleGroupName") }),
          ),
          filled(
            "StatelessRuleGroup",
            fillWhen(whenMemberEquals("Type", "STATELESS"), { Name: member("RuleGroupName") }),
          ),
        ),
        because: "a rule group is of the kind that the request tells",
        see: "https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_CreateRuleGroup.html",
        example: {
          input: { RuleGroupName: "block", Type: "STATEFUL", Capacity: 100 },
          on: "arn:aws:network-firewall:us-east-1:123456789012:stateful-rulegroup/block",
        },
      },
    ),
    CreateFirewall: {
      authorizedActions: [
        {
          action: ["network-firewall:CreateFirewall", "network-firewall:AssociateFirewallPolicy"],
          resource: bothOf(filled("Firewall", { Name: member("FirewallName") }), arnIn("FirewallPolicyArn")),
        },
      ],
      because: "a firewall is made with a policy, and associated with it",
      see: "https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_CreateFirewall.html",
      examples: [
        {
          input: {
            FirewallName: "edge",
            FirewallPolicyArn: "arn:aws:network-firewall:us-east-1:123456789012:firewall-policy/p",
          },
          permits: [
            "network-firewall:CreateFirewall arn:aws:network-firewall:us-east-1:123456789012:firewall-policy/p + arn:aws:network-firewall:us-east-1:123456789012:firewall/edge",
            "network-firewall:AssociateFirewallPolicy arn:aws:network-firewall:us-east-1:123456789012:firewall-policy/p + arn:aws:network-firewall:us-east-1:123456789012:firewall/edge",
          ],
        },
      ],
    },
  },
});
