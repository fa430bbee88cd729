/** Elastic Load Balancing, version 2: load balancers, listeners and rules are given by ARN, and named after their load balancer. */
import { authorizedAs, defineService } from "./define-service.ts";
import { anyOf, unlessMember, whenMemberEquals } from "./rule-condition.ts";
import { arnIn, bothOf, filled } from "./rule-resource.ts";
import { fillWhen, matching, member, unknownPart } from "./rule-value.ts";

export default defineService({
  sdkId: "Elastic Load Balancing v2",
  operations: {
    ...authorizedAs(
      { DeleteLoadBalancer: "DeleteLoadBalancer", ModifyLoadBalancerAttributes: "ModifyLoadBalancerAttributes" },
      {
        servicePrefix: "elasticloadbalancing",
        resource: arnIn("LoadBalancerArn"),
        because: "the load balancer is the one of the ARN, of whatever kind",
        see: "https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/load-balancer-authentication-access-control.html",
        example: {
          input: { LoadBalancerArn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/web/50dc" },
          on: "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/web/50dc",
        },
      },
    ),
    ...authorizedAs(
      {
        AddListenerCertificates: "AddListenerCertificates",
        CreateRule: "CreateRule",
        DeleteListener: "DeleteListener",
        ModifyListener: "ModifyListener",
        ModifyListenerAttributes: "ModifyListenerAttributes",
        RemoveListenerCertificates: "RemoveListenerCertificates",
      },
      {
        servicePrefix: "elasticloadbalancing",
        resource: arnIn("ListenerArn"),
        because: "the listener is the one of the ARN, of whatever kind",
        see: "https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/load-balancer-authentication-access-control.html",
        example: {
          input: { ListenerArn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/web/50dc/f2f7" },
          on: "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/web/50dc/f2f7",
        },
      },
    ),
    ...authorizedAs(
      { DeleteRule: "DeleteRule", ModifyRule: "ModifyRule" },
      {
        servicePrefix: "elasticloadbalancing",
        resource: arnIn("RuleArn"),
        because: "the rule is the one of the ARN, of whatever kind",
        see: "https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/load-balancer-authentication-access-control.html",
        example: {
          input: {
            RuleArn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener-rule/app/web/50dc/f2f7/9683",
          },
          on: "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener-rule/app/web/50dc/f2f7/9683",
        },
      },
    ),
    ...authorizedAs(
      { AddTags: "AddTags", RemoveTags: "RemoveTags" },
      {
        servicePrefix: "elasticloadbalancing",
        resource: arnIn("ResourceArns[]"),
        because: "what is tagged is what the ARNs name, of whatever kind",
        see: "https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/load-balancer-authentication-access-control.html",
        example: {
          input: { ResourceArns: ["arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/web/50dc"] },
          on: "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/web/50dc",
        },
      },
    ),
    CreateLoadBalancer: {
      authorizedActions: [
        {
          action: "elasticloadbalancing:CreateLoadBalancer",
          resource: bothOf(
            filled(
              "loadbalancer/app/",
              fillWhen(anyOf(unlessMember("Type"), whenMemberEquals("Type", "application")), {
                LoadBalancerName: member("Name"),
                LoadBalancerId: unknownPart("*", "id-assigned-by-aws", "the id that ends the ARN"),
              }),
            ),
            filled(
              "loadbalancer/net/",
              fillWhen(whenMemberEquals("Type", "network"), {
                LoadBalancerName: member("Name"),
                LoadBalancerId: unknownPart("*", "id-assigned-by-aws", "the id that ends the ARN"),
              }),
            ),
            filled(
              "loadbalancer/gwy/",
              fillWhen(whenMemberEquals("Type", "gateway"), {
                LoadBalancerName: member("Name"),
                LoadBalancerId: unknownPart("*", "id-assigned-by-aws", "the id that ends the ARN"),
              }),
            ),
          ),
        },
      ],
      because: "the ARN of a load balancer tells its kind, which is application unless the request says otherwise",
      see: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html",
      examples: [
        {
          input: { Name: "web" },
          permits: [
            "elasticloadbalancing:CreateLoadBalancer arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/web/*",
          ],
        },
        {
          input: { Name: "tcp", Type: "network", Tags: [{ Key: "team", Value: "a" }] },
          permits: [
            "elasticloadbalancing:CreateLoadBalancer arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/tcp/*",
            "elasticloadbalancing:AddTags arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/tcp/*",
          ],
        },
      ],
    },
    CreateTargetGroup: {
      authorizedActions: [
        {
          action: "elasticloadbalancing:CreateTargetGroup",
          resource: filled("targetgroup", {
            TargetGroupName: member("Name"),
            TargetGroupId: unknownPart("*", "id-assigned-by-aws", "the id that ends the ARN"),
          }),
        },
      ],
      because: "an id of its own follows the name of a target group",
      see: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html",
      examples: [
        {
          input: { Name: "web" },
          permits: [
            "elasticloadbalancing:CreateTargetGroup arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/*",
          ],
        },
      ],
    },
    CreateTrustStore: {
      authorizedActions: [
        {
          action: "elasticloadbalancing:CreateTrustStore",
          resource: filled("truststore", {
            TrustStoreName: member("Name"),
            TrustStoreId: unknownPart("*", "id-assigned-by-aws", "the id that ends the ARN"),
          }),
        },
      ],
      because: "an id of its own follows the name of a trust store",
      see: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTrustStore.html",
      examples: [
        {
          input: { Name: "clients" },
          permits: [
            "elasticloadbalancing:CreateTrustStore arn:aws:elasticloadbalancing:us-east-1:123456789012:truststore/clients/*",
          ],
        },
      ],
    },
  },
  makes: {
    CreateListener: bothOf(
      filled(
        "listener/app",
        matching(
          member("LoadBalancerArn"),
          /:loadbalancer\/app\/(?<LoadBalancerName>[^/]+)\/(?<LoadBalancerId>[^/]+)$/,
          { also: { ListenerId: unknownPart("*", "id-assigned-by-aws", "the id that ends the ARN") } },
        ),
      ),
      filled(
        "listener/net",
        matching(
          member("LoadBalancerArn"),
          /:loadbalancer\/net\/(?<LoadBalancerName>[^/]+)\/(?<LoadBalancerId>[^/]+)$/,
          { also: { ListenerId: unknownPart("*", "id-assigned-by-aws", "the id that ends the ARN") } },
        ),
      ),
      filled(
        "listener/gwy",
        matching(
          member("LoadBalancerArn"),
          /:loadbalancer\/gwy\/(?<LoadBalancerName>[^/]+)\/(?<LoadBalancerId>[^/]+)$/,
          { also: { ListenerId: unknownPart("*", "id-assigned-by-aws", "the id that ends the ARN") } },
        ),
      ),
    ),
    CreateRule: bothOf(
      filled(
        "listener-rule/app",
        matching(
          member("ListenerArn"),
          /:listener\/app\/(?<LoadBalancerName>[^/]+)\/(?<LoadBalancerId>[^/]+)\/(?<ListenerId>[^/]+)$/,
          { also: { ListenerRuleId: unknownPart("*", "id-assigned-by-aws", "the id that ends the ARN") } },
        ),
      ),
      filled(
        "listener-rule/net",
        matching(
          member("ListenerArn"),
          /:listener\/net\/(?<LoadBalancerName>[^/]+)\/(?<LoadBalancerId>[^/]+)\/(?<ListenerId>[^/]+)$/,
          { also: { ListenerRuleId: unknownPart("*", "id-assigned-by-aws", "the id that ends the ARN") } },
        ),
      ),
    ),
    CreateLoadBalancer: bothOf(
      filled(
        "loadbalancer/app/",
        fillWhen(anyOf(unlessMember("Type"), whenMemberEquals("Type", "application")), {
          LoadBalancerName: member("Name"),
          LoadBalancerId: unknownPart("*", "id-assigned-by-aws", "the id that ends the ARN"),
        }),
      ),
      filled(
        "loadbalancer/net/",
        fillWhen(whenMemberEquals("Type", "network"), {
          LoadBalancerName: member("Name"),
          LoadBalancerId: unknownPart("*", "id-assigned-by-aws", "the id that ends the ARN"),
        }),
      ),
      filled(
        "loadbalancer/gwy/",
        fillWhen(whenMemberEquals("Type", "gateway"), {
          LoadBalancerName: member("Name"),
          LoadBalancerId: unknownPart("*", "id-assigned-by-aws", "the id that ends the ARN"),
        }),
      ),
    ),
    CreateTargetGroup: filled("targetgroup", {
      TargetGroupName: member("Name"),
      TargetGroupId: unknownPart("*", "id-assigned-by-aws", "the id that ends the ARN"),
    }),
    CreateTrustStore: filled("truststore", {
      TrustStoreName: member("Name"),
      TrustStoreId: unknownPart("*", "id-assigned-by-aws", "the id that ends the ARN"),
    }),
  },
});
