/** EC2 Image Builder: images that are handed on, exported to S3 with a role, or imported from a disk. */
import { type OperationRule, operationRules } from "./define-service.ts";
import { passesRoleNamed } from "./named-role.ts";
import { whenMember } from "./rule-condition.ts";
import { arnIn } from "./rule-resource.ts";

const HERE = "arn:aws:imagebuilder:us-east-1:123456789012";
const SEE = "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2imagebuilder.html";

const EXPORTED = [{ region: "us-east-1", s3ExportConfiguration: { roleName: "exports", s3Bucket: "disks" } }];

interface Exporting {
  readonly operation: string;
  readonly input: { readonly [member: string]: unknown };
}

const exportsDisks = ({ operation, input }: Exporting): OperationRule => ({
  authorizedActions: [
    { action: `imagebuilder:${operation}` },
    passesRoleNamed("distributions[].s3ExportConfiguration.roleName", "vmie.amazonaws.com"),
  ],
  because: "disks are exported with the role that the distribution names",
  see: SEE,
  examples: [
    {
      input: { ...input, distributions: EXPORTED },
      permits: [
        `imagebuilder:${operation} ${HERE}:distribution-configuration/d`,
        "iam:PassRole arn:aws:iam::123456789012:role/exports if iam:PassedToService = vmie.amazonaws.com",
      ],
    },
  ],
});

export default operationRules({
  CreateDistributionConfiguration: exportsDisks({ operation: "CreateDistributionConfiguration", input: { name: "d" } }),
  UpdateDistributionConfiguration: exportsDisks({
    operation: "UpdateDistributionConfiguration",
    input: { distributionConfigurationArn: `${HERE}:distribution-configuration/d` },
  }),
  DistributeImage: {
    authorizedActions: [
      { action: "imagebuilder:DistributeImage", resource: arnIn("sourceImage") },
      {
        action: "imagebuilder:GetImage",
        resource: arnIn("sourceImage"),
        origin: "dependent",
        because: "the image that is handed on is read",
      },
      {
        action: "imagebuilder:GetDistributionConfiguration",
        resource: arnIn("distributionConfigurationArn"),
        when: whenMember("distributionConfigurationArn"),
        origin: "dependent",
        because: "the configuration that tells where to is read",
      },
      passesRoleNamed("executionRole", "imagebuilder.amazonaws.com"),
    ],
    because: "an image is handed on as the distribution configuration says",
    see: SEE,
    examples: [
      {
        input: {
          sourceImage: `${HERE}:image/web/1.0.0/1`,
          distributionConfigurationArn: `${HERE}:distribution-configuration/d`,
          executionRole: "builds",
        },
        permits: [
          `imagebuilder:DistributeImage ${HERE}:image/web/1.0.0/1`,
          `imagebuilder:GetImage ${HERE}:image/web/1.0.0/1`,
          `imagebuilder:GetDistributionConfiguration ${HERE}:distribution-configuration/d`,
          "iam:PassRole arn:aws:iam::123456789012:role/builds if iam:PassedToService = imagebuilder.amazonaws.com",
        ],
      },
    ],
  },
});
