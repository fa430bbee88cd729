/** Amazon SageMaker: notebooks stand in the caller's network, model packages below their group. */
import { inCallersNetwork } from "./callers-network.ts";
import { operationRules } from "./define-service.ts";
import { allOf, unlessMember, whenMember } from "./rule-condition.ts";
import { filled, newResource } from "./rule-resource.ts";
import { captured, joined, member, unknownPart } from "./rule-value.ts";

const HERE = "arn:aws:sagemaker:us-east-1:123456789012";
const IN_NETWORK = ["CreateNetworkInterface", "DescribeSecurityGroups", "DescribeSubnets", "DescribeVpcs"];

const NEXT_VERSION = unknownPart("*", "id-assigned-by-aws", "the number of the version");

export default operationRules({
  CreateNotebookInstance: {
    authorizedActions: [
      { action: "sagemaker:CreateNotebookInstance" },
      inCallersNetwork(IN_NETWORK, whenMember("SubnetId")),
    ],
    because: "a notebook in a VPC gets an interface there",
    see: "https://docs.aws.amazon.com/sagemaker/latest/dg/api-permissions-reference.html",
    examples: [
      {
        input: { NotebookInstanceName: "lab", SubnetId: "subnet-1", SecurityGroupIds: ["sg-1"] },
        permits: [
          `sagemaker:CreateNotebookInstance ${HERE}:notebook-instance/lab`,
          ...IN_NETWORK.map((name) => `ec2:${name} *`),
        ],
      },
      {
        input: { NotebookInstanceName: "lab" },
        permits: [`sagemaker:CreateNotebookInstance ${HERE}:notebook-instance/lab`],
      },
    ],
  },
  CreateModelPackage: {
    authorizedActions: [
      {
        action: "sagemaker:CreateModelPackage",
        resource: filled("model-package", {
          ModelPackageName: joined(captured(member("ModelPackageGroupName"), /([^/]+)$/), "/", NEXT_VERSION),
        }),
        when: whenMember("ModelPackageGroupName"),
      },
      {
        action: "sagemaker:CreateModelPackage",
        resource: filled("model-package", { ModelPackageName: member("ModelPackageName") }),
        when: whenMember("ModelPackageName"),
      },
      {
        action: "sagemaker:CreateModelPackage",
        resource: newResource("model-package"),
        when: allOf(unlessMember("ModelPackageGroupName"), unlessMember("ModelPackageName")),
      },
    ],
    because: "a version stands below the group that it is made in",
    see: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModelPackage.html",
    examples: [
      {
        input: { ModelPackageGroupName: "churn" },
        permits: [`sagemaker:CreateModelPackage ${HERE}:model-package/churn/*`],
      },
      {
        input: { ModelPackageName: "churn" },
        permits: [`sagemaker:CreateModelPackage ${HERE}:model-package/churn`],
      },
    ],
  },
});
