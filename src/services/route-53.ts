/** Amazon Route 53: tags by kind of resource, collections of CIDR blocks, zones of a VPC. */
import { authorizedAs, defineService } from "./define-service.ts";
import { whenMember, whenMemberEquals } from "./rule-condition.ts";
import { bothOf, everyResource, filled } from "./rule-resource.ts";
import { captured, fillWhen, member } from "./rule-value.ts";

export default defineService({
  sdkId: "Route 53",
  resources: {
    hostedzone: {
      filledBy: [
        { Id: captured(member("HostedZoneId"), /^(?:\/hostedzone\/)?([^/]+)$/) },
        { Id: captured(member("Id"), /^(?:\/hostedzone\/)?([^/]+)$/) },
      ],
      because: "answers write the id of a zone with its kind in front, and requests may repeat it so",
      see: "https://docs.aws.amazon.com/Route53/latest/APIReference/API_HostedZone.html",
      examples: [
        {
          operation: "ChangeResourceRecordSets",
          input: { HostedZoneId: "/hostedzone/Z1" },
          permits: ["route53:ChangeResourceRecordSets arn:aws:route53:::hostedzone/Z1"],
        },
        {
          operation: "GetHostedZone",
          input: { Id: "Z1" },
          permits: ["route53:GetHostedZone arn:aws:route53:::hostedzone/Z1"],
        },
      ],
    },
    change: {
      filledBy: [{ Id: captured(member("Id"), /^(?:\/change\/)?([^/]+)$/) }],
      because: "answers write the id of a change with its kind in front, and requests may repeat it so",
      see: "https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetChange.html",
      examples: [
        {
          operation: "GetChange",
          input: { Id: "/change/C1" },
          permits: ["route53:GetChange arn:aws:route53:::change/C1"],
        },
      ],
    },
  },
  operations: {
    ...authorizedAs(
      { ChangeTagsForResource: "ChangeTagsForResource", ListTagsForResource: "ListTagsForResource" },
      {
        servicePrefix: "route53",
        resource: bothOf(
          filled(
            "healthcheck",
            fillWhen(whenMemberEquals("ResourceType", "healthcheck"), { Id: member("ResourceId") }),
          ),
          filled("hostedzone", fillWhen(whenMemberEquals("ResourceType", "hostedzone"), { Id: member("ResourceId") })),
        ),
        because: "the request tells whether the id is a health check's or a hosted zone's",
        see: "https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeTagsForResource.html",
        example: { input: { ResourceType: "hostedzone", ResourceId: "Z1" }, on: "arn:aws:route53:::hostedzone/Z1" },
      },
    ),
    ListTagsForResources: {
      authorizedActions: [
        {
          action: "route53:ListTagsForResources",
          resource: bothOf(
            filled(
              "healthcheck",
              fillWhen(whenMemberEquals("ResourceType", "healthcheck"), { Id: member("ResourceIds[]") }),
            ),
            filled(
              "hostedzone",
              fillWhen(whenMemberEquals("ResourceType", "hostedzone"), { Id: member("ResourceIds[]") }),
            ),
          ),
        },
      ],
      because: "the request tells whether the ids are health checks' or hosted zones'",
      see: "https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListTagsForResources.html",
      examples: [
        {
          input: { ResourceType: "healthcheck", ResourceIds: ["a", "b"] },
          permits: ["route53:ListTagsForResources arn:aws:route53:::healthcheck/a + arn:aws:route53:::healthcheck/b"],
        },
      ],
    },
    ...authorizedAs(
      { ListCidrBlocks: "ListCidrBlocks", ListCidrLocations: "ListCidrLocations" },
      {
        servicePrefix: "route53",
        resource: filled("cidrcollection", { Id: member("CollectionId") }),
        because: "a collection of CIDR blocks is named by its id",
        see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonroute53.html",
        example: { input: { CollectionId: "c-1" }, on: "arn:aws:route53:::cidrcollection/c-1" },
      },
    ),
  },
  besides: [
    {
      authorizedActions: [
        {
          action: "ec2:DescribeVpcs",
          origin: "forward-access",
          when: whenMember("VPC"),
          resource: everyResource,
        },
      ],
      because: "the VPC of a private hosted zone is looked up with the caller's permissions",
      see: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/r53-api-permissions-ref.html",
      examples: [
        {
          operation: "CreateHostedZone",
          input: { Name: "inner.example", VPC: { VPCId: "vpc-1" } },
          permits: ["route53:CreateHostedZone *", "ec2:DescribeVpcs *"],
        },
        {
          operation: "CreateHostedZone",
          input: { Name: "example.com" },
          permits: ["route53:CreateHostedZone *"],
        },
      ],
    },
  ],
});
