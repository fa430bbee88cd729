/** EC2 Image Builder: ARNs hold names in lower case, and all builds of a version where a request means them all. */
import type { ResourceTypeRule } from "./define-service.ts";
import { type Fill, lowerCase, matching, member } from "./rule-value.ts";

const HERE = "arn:aws:imagebuilder:us-east-1:123456789012";

interface NamedType {
  readonly variable: string;
  /** The operation that makes one. */
  readonly operation: string;
  /** Of its ARN, after the account. */
  readonly kind: string;
}

const named = ({ variable, operation, kind }: NamedType): ResourceTypeRule => ({
  filledBy: [{ [variable]: lowerCase(member("name")) }],
  because: "the ARN holds the name in lower case",
  see: `https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_${operation}.html`,
  examples: [{ operation, input: { name: "Web" }, permits: [`imagebuilder:${operation} ${HERE}:${kind}/web`] }],
});

interface BuildsOf {
  readonly fill: Fill;
  readonly operation: string;
  readonly input: { readonly [member: string]: unknown };
  readonly on: string;
}

const allBuilds = ({ fill, operation, input, on }: BuildsOf): ResourceTypeRule => ({
  filledBy: [fill],
  because: "all builds of the version are listed",
  see: `https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_${operation}.html`,
  examples: [{ operation, input, permits: [`imagebuilder:${operation} ${on}`] }],
});

const BEGIN = "^arn:[^:]+:imagebuilder:(?<Region>[^:]*):(?<Account>[^:]*):";

export const NAMED_TYPES: Readonly<Record<string, ResourceTypeRule>> = {
  lifecyclePolicy: named({
    variable: "LifecyclePolicyName",
    operation: "CreateLifecyclePolicy",
    kind: "lifecycle-policy",
  }),
  distributionConfiguration: named({
    variable: "DistributionConfigurationName",
    operation: "CreateDistributionConfiguration",
    kind: "distribution-configuration",
  }),
  imageVersion: {
    filledBy: [{ ImageName: lowerCase(member("name")), ImageVersion: member("semanticVersion") }],
    because: "what is imported becomes a version of an image",
    see: "https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_ImportVmImage.html",
    examples: [
      {
        operation: "ImportVmImage",
        input: { name: "Web", semanticVersion: "1.0.0", platform: "Linux", vmImportTaskId: "import-ami-1" },
        permits: [`imagebuilder:ImportVmImage ${HERE}:image/web/1.0.0`],
      },
    ],
  },
  allComponentBuildVersions: allBuilds({
    fill: matching(
      member("componentVersionArn"),
      new RegExp(`${BEGIN}component/(?<ComponentName>[^/]+)/(?<ComponentVersion>[^/]+)$`),
    ),
    operation: "ListComponentBuildVersions",
    input: { componentVersionArn: "arn:aws:imagebuilder:us-east-1:aws:component/agent/1.0.0" },
    on: "arn:aws:imagebuilder:us-east-1:aws:component/agent/1.0.0/*",
  }),
  allWorkflowBuildVersions: allBuilds({
    fill: matching(
      member("workflowVersionArn"),
      new RegExp(`${BEGIN}workflow/(?<WorkflowType>[^/]+)/(?<WorkflowName>[^/]+)/(?<WorkflowVersion>[^/]+)$`),
    ),
    operation: "ListWorkflowBuildVersions",
    input: { workflowVersionArn: `${HERE}:workflow/test/scan/1.0.0` },
    on: `${HERE}:workflow/test/scan/1.0.0/*`,
  }),
};
