/** Amazon CloudFront: operations on a domain need permissions on the distribution that has it or gets it. */
import { operationRules } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { namedIn } from "./rule-resource.ts";

export default operationRules({
  AssociateAlias: {
    authorizedActions: [
      {
        action: ["cloudfront:AssociateAlias", "cloudfront:UpdateDistribution"],
        resource: namedIn("distribution", "DistributionId", "TargetDistributionId"),
      },
    ],
    because: "giving an alias to a distribution updates it",
    see: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html",
    examples: [
      {
        input: { TargetDistributionId: "E1", Alias: "www.example.com" },
        permits: [
          "cloudfront:AssociateAlias arn:aws:cloudfront::123456789012:distribution/E1",
          "cloudfront:UpdateDistribution arn:aws:cloudfront::123456789012:distribution/E1",
        ],
      },
    ],
  },
  ListConflictingAliases: {
    authorizedActions: [
      {
        action: ["cloudfront:ListConflictingAliases", "cloudfront:GetDistribution"],
        resource: namedIn("distribution", "DistributionId", "DistributionId"),
      },
    ],
    because: "the distribution's certificate proves the right to ask, so the distribution is read",
    see: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html",
    examples: [
      {
        input: { DistributionId: "E1", Alias: "www.example.com" },
        permits: [
          "cloudfront:ListConflictingAliases arn:aws:cloudfront::123456789012:distribution/E1",
          "cloudfront:GetDistribution arn:aws:cloudfront::123456789012:distribution/E1",
        ],
      },
    ],
  },
  ListDomainConflicts: {
    authorizedActions: [
      {
        action: ["cloudfront:ListDomainConflicts", "cloudfront:GetDistribution"],
        when: whenMember("DomainControlValidationResource.DistributionId"),
        resource: namedIn("distribution", "DistributionId", "DomainControlValidationResource.DistributionId"),
      },
      {
        action: ["cloudfront:ListDomainConflicts", "cloudfront:GetDistributionTenant"],
        when: whenMember("DomainControlValidationResource.DistributionTenantId"),
        resource: namedIn("distribution-tenant", "Id", "DomainControlValidationResource.DistributionTenantId"),
      },
    ],
    because: "the resource whose certificate proves the right to ask is read",
    see: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ListDomainConflicts.html",
    examples: [
      {
        input: { Domain: "example.com", DomainControlValidationResource: { DistributionTenantId: "dt_1" } },
        permits: [
          "cloudfront:ListDomainConflicts arn:aws:cloudfront::123456789012:distribution-tenant/dt_1",
          "cloudfront:GetDistributionTenant arn:aws:cloudfront::123456789012:distribution-tenant/dt_1",
        ],
      },
    ],
  },
  UpdateDomainAssociation: {
    authorizedActions: [
      {
        action: ["cloudfront:UpdateDomainAssociation", "cloudfront:UpdateDistribution"],
        when: whenMember("TargetResource.DistributionId"),
        resource: namedIn("distribution", "DistributionId", "TargetResource.DistributionId"),
      },
      {
        action: ["cloudfront:UpdateDomainAssociation", "cloudfront:UpdateDistributionTenant"],
        when: whenMember("TargetResource.DistributionTenantId"),
        resource: namedIn("distribution-tenant", "Id", "TargetResource.DistributionTenantId"),
      },
    ],
    because: "the resource that gets the domain is updated",
    see: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_UpdateDomainAssociation.html",
    examples: [
      {
        input: { Domain: "example.com", TargetResource: { DistributionId: "E1" } },
        permits: [
          "cloudfront:UpdateDomainAssociation arn:aws:cloudfront::123456789012:distribution/E1",
          "cloudfront:UpdateDistribution arn:aws:cloudfront::123456789012:distribution/E1",
        ],
      },
    ],
  },
});
