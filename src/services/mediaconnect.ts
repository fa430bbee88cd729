/** AWS Elemental MediaConnect: batches are authorized as the single call, and a flow or bridge as its parts. */
import { authorizedAs, defineService } from "./define-service.ts";
import { anyOf, whenMember } from "./rule-condition.ts";
import { arnIn } from "./rule-resource.ts";

export default defineService({
  sdkId: "MediaConnect",
  operations: {
    ...authorizedAs(
      {
        BatchGetRouterInput: "GetRouterInput",
        BatchGetRouterNetworkInterface: "GetRouterNetworkInterface",
        BatchGetRouterOutput: "GetRouterOutput",
      },
      {
        servicePrefix: "mediaconnect",
        resource: arnIn("Arns[]"),
        because: "batch calls are authorized as the single action on each element",
        see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselementalmediaconnect.html",
        example: {
          input: { Arns: ["arn:aws:mediaconnect:us-east-1:123456789012:routerInput:r1"] },
          on: "arn:aws:mediaconnect:us-east-1:123456789012:routerInput:r1",
        },
      },
    ),
    CreateFlow: {
      authorizedActions: [
        { action: "mediaconnect:CreateFlow" },
        {
          action: "mediaconnect:AddFlowMediaStreams",
          when: whenMember("MediaStreams"),
          origin: "dependent",
          because: "the new flow has media streams",
        },
        {
          action: "mediaconnect:AddFlowOutputs",
          when: whenMember("Outputs"),
          origin: "dependent",
          because: "the new flow has outputs",
        },
        {
          action: "mediaconnect:AddFlowSources",
          when: anyOf(whenMember("Source"), whenMember("Sources")),
          origin: "dependent",
          because: "the new flow has sources",
        },
        {
          action: "mediaconnect:AddFlowVpcInterfaces",
          when: whenMember("VpcInterfaces"),
          origin: "dependent",
          because: "the new flow has interfaces in a VPC",
        },
        {
          action: "mediaconnect:GrantFlowEntitlements",
          when: whenMember("Entitlements"),
          origin: "dependent",
          because: "the new flow is granted to other accounts",
        },
      ],
      because: "a flow that is created with its parts is checked as if they were added",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselementalmediaconnect.html",
      examples: [
        {
          input: { Name: "f", Entitlements: [{ Name: "e" }] },
          permits: [
            "mediaconnect:CreateFlow arn:aws:mediaconnect:us-east-1:123456789012:flow:*:f",
            "mediaconnect:GrantFlowEntitlements arn:aws:mediaconnect:us-east-1:123456789012:entitlement:*:*",
            "mediaconnect:GrantFlowEntitlements arn:aws:mediaconnect:us-east-1:123456789012:flow:*:f",
          ],
        },
        {
          input: { Name: "f" },
          permits: ["mediaconnect:CreateFlow arn:aws:mediaconnect:us-east-1:123456789012:flow:*:f"],
        },
      ],
    },
    CreateBridge: {
      authorizedActions: [
        { action: "mediaconnect:CreateBridge" },
        {
          action: "mediaconnect:AddBridgeOutputs",
          when: whenMember("Outputs"),
          origin: "dependent",
          because: "the new bridge has outputs",
        },
        {
          action: "mediaconnect:AddBridgeSources",
          when: whenMember("Sources"),
          origin: "dependent",
          because: "the new bridge has sources",
        },
      ],
      because: "a bridge that is created with its parts is checked as if they were added",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselementalmediaconnect.html",
      examples: [
        {
          input: { Name: "b", Sources: [{ FlowSource: {} }] },
          permits: ["CreateBridge", "AddBridgeSources"].map(
            (name) => `mediaconnect:${name} arn:aws:mediaconnect:us-east-1:123456789012:bridge:*:b`,
          ),
        },
      ],
    },
  },
});
