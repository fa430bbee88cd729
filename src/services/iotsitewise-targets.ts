/** AWS IoT SiteWise: lists that are asked for by an id and the type of what it is. */
import { type OperationRule, operationRules } from "./define-service.ts";
import { unlessMember, whenMember, whenMemberEquals } from "./rule-condition.ts";
import { bothOf, everyResource, filled, type ResourceRule } from "./rule-resource.ts";
import { fillWhen, member } from "./rule-value.ts";

const HERE = "arn:aws:iotsitewise:us-east-1:123456789012";

const TARGETS: ResourceRule = bothOf(
  filled("asset", fillWhen(whenMemberEquals("targetResourceType", "ASSET"), { AssetId: member("targetResourceId") })),
  filled(
    "computation-model",
    fillWhen(whenMemberEquals("targetResourceType", "COMPUTATION_MODEL"), {
      ComputationModelId: member("targetResourceId"),
    }),
  ),
);

const ofTarget = (operation: string): OperationRule => ({
  authorizedActions: [{ action: `iotsitewise:${operation}`, resource: TARGETS }],
  because: "the request names what it is about by type and id",
  see: `https://docs.aws.amazon.com/iot-sitewise/latest/APIReference/API_${operation}.html`,
  examples: [
    {
      input: { targetResourceType: "ASSET", targetResourceId: "a-1" },
      permits: [`iotsitewise:${operation} ${HERE}:asset/a-1`],
    },
    {
      input: { targetResourceType: "COMPUTATION_MODEL", targetResourceId: "c-1" },
      permits: [`iotsitewise:${operation} ${HERE}:computation-model/c-1`],
    },
  ],
});

export default operationRules({
  ListActions: ofTarget("ListActions"),
  ListExecutions: ofTarget("ListExecutions"),
  ListAccessPolicies: {
    authorizedActions: [
      {
        action: "iotsitewise:ListAccessPolicies",
        resource: bothOf(
          filled("portal", fillWhen(whenMemberEquals("resourceType", "PORTAL"), { PortalId: member("resourceId") })),
          filled("project", fillWhen(whenMemberEquals("resourceType", "PROJECT"), { ProjectId: member("resourceId") })),
        ),
        when: whenMember("resourceId"),
      },
      { action: "iotsitewise:ListAccessPolicies", resource: everyResource, when: unlessMember("resourceId") },
    ],
    because: "the policies of one portal or project are listed, or those of an identity",
    see: "https://docs.aws.amazon.com/iot-sitewise/latest/APIReference/API_ListAccessPolicies.html",
    examples: [
      {
        input: { resourceType: "PORTAL", resourceId: "p-1" },
        permits: [`iotsitewise:ListAccessPolicies ${HERE}:portal/p-1`],
      },
      { input: { identityType: "USER", identityId: "u-1" }, permits: ["iotsitewise:ListAccessPolicies *"] },
    ],
  },
});
