/** Amazon CloudFront: what making, copying and promoting a distribution asks for beside its own action. */
import { operationRules } from "./define-service.ts";
import { whenMember, whenMemberEquals } from "./rule-condition.ts";
import { everyResource, namedIn, newResource } from "./rule-resource.ts";

export default operationRules({
  CreateDistribution: {
    authorizedActions: [
      { action: "cloudfront:CreateDistribution" },
      {
        action: "cloudfront:CreateConnectionGroup",
        resource: everyResource,
        when: whenMemberEquals("DistributionConfig.ConnectionMode", "tenant-only"),
        origin: "dependent",
        because: "a distribution for tenants gets a connection group",
      },
      {
        action: "cloudfront:GetVpcOrigin",
        when: whenMember("DistributionConfig.Origins.Items[].VpcOriginConfig"),
        resource: namedIn("vpcorigin", "Id", "DistributionConfig.Origins.Items[].VpcOriginConfig.VpcOriginId"),
        origin: "dependent",
        because: "a VPC origin that the distribution uses is read",
      },
    ],
    because: "a distribution may need a connection group or VPC origins",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudfront.html",
    examples: [
      {
        input: { DistributionConfig: { Origins: { Items: [{ VpcOriginConfig: { VpcOriginId: "vo_1" } }] } } },
        permits: [
          "cloudfront:CreateDistribution *",
          "cloudfront:GetVpcOrigin arn:aws:cloudfront::123456789012:vpcorigin/vo_1",
        ],
      },
      {
        input: { DistributionConfig: { ConnectionMode: "tenant-only" } },
        permits: ["cloudfront:CreateDistribution *", "cloudfront:CreateConnectionGroup *"],
      },
      {
        input: { DistributionConfig: { ConnectionMode: "direct" } },
        permits: ["cloudfront:CreateDistribution *"],
      },
    ],
  },
  CreateDistributionWithTags: {
    authorizedActions: [
      { action: "cloudfront:CreateDistribution" },
      { action: "cloudfront:TagResource", resource: newResource("distribution"), origin: "dependent" },
      {
        action: "cloudfront:CreateConnectionGroup",
        resource: everyResource,
        when: whenMemberEquals("DistributionConfigWithTags.DistributionConfig.ConnectionMode", "tenant-only"),
        origin: "dependent",
        because: "a distribution for tenants gets a connection group",
      },
      {
        action: "cloudfront:GetVpcOrigin",
        when: whenMember("DistributionConfigWithTags.DistributionConfig.Origins.Items[].VpcOriginConfig"),
        resource: namedIn(
          "vpcorigin",
          "Id",
          "DistributionConfigWithTags.DistributionConfig.Origins.Items[].VpcOriginConfig.VpcOriginId",
        ),
        origin: "dependent",
        because: "a VPC origin that the distribution uses is read",
      },
    ],
    because: "making a distribution with tags is making it and tagging it",
    see: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateDistributionWithTags.html",
    examples: [
      {
        input: { DistributionConfigWithTags: { Tags: { Items: [{ Key: "team" }] } } },
        permits: [
          "cloudfront:CreateDistribution *",
          "cloudfront:TagResource arn:aws:cloudfront::123456789012:distribution/*",
        ],
      },
    ],
  },
  UpdateDistribution: {
    authorizedActions: [
      { action: "cloudfront:UpdateDistribution" },
      {
        action: "cloudfront:GetVpcOrigin",
        when: whenMember("DistributionConfig.Origins.Items[].VpcOriginConfig"),
        resource: namedIn("vpcorigin", "Id", "DistributionConfig.Origins.Items[].VpcOriginConfig.VpcOriginId"),
        origin: "dependent",
        because: "a VPC origin that the distribution uses is read",
      },
    ],
    because: "a distribution may use VPC origins",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudfront.html",
    examples: [
      {
        input: {
          Id: "E1",
          DistributionConfig: { Origins: { Items: [{ Id: "o" }, { VpcOriginConfig: { VpcOriginId: "vo_1" } }] } },
        },
        permits: [
          "cloudfront:UpdateDistribution arn:aws:cloudfront::123456789012:distribution/E1",
          "cloudfront:GetVpcOrigin arn:aws:cloudfront::123456789012:vpcorigin/vo_1",
        ],
      },
    ],
  },
  CopyDistribution: {
    authorizedActions: [
      {
        action: ["cloudfront:CopyDistribution", "cloudfront:GetDistribution"],
        resource: namedIn("distribution", "DistributionId", "PrimaryDistributionId"),
      },
      { action: "cloudfront:CreateDistribution", resource: everyResource },
    ],
    because: "a copy reads the primary distribution and makes another one",
    see: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CopyDistribution.html",
    examples: [
      {
        input: { PrimaryDistributionId: "E1", CallerReference: "a", Staging: true },
        permits: [
          "cloudfront:CopyDistribution arn:aws:cloudfront::123456789012:distribution/E1",
          "cloudfront:GetDistribution arn:aws:cloudfront::123456789012:distribution/E1",
          "cloudfront:CreateDistribution *",
        ],
      },
    ],
  },
  UpdateDistributionWithStagingConfig: {
    authorizedActions: [
      {
        action: "cloudfront:UpdateDistribution",
        resource: namedIn("distribution", "DistributionId", "Id"),
      },
      {
        action: "cloudfront:GetDistribution",
        resource: namedIn("distribution", "DistributionId", "Id", "StagingDistributionId"),
      },
    ],
    because: "promoting reads the staging distribution and updates the primary one",
    see: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_UpdateDistributionWithStagingConfig.html",
    examples: [
      {
        input: { Id: "E1", StagingDistributionId: "E2" },
        permits: [
          "cloudfront:UpdateDistribution arn:aws:cloudfront::123456789012:distribution/E1",
          "cloudfront:GetDistribution arn:aws:cloudfront::123456789012:distribution/E1 + arn:aws:cloudfront::123456789012:distribution/E2",
        ],
      },
    ],
  },
});
