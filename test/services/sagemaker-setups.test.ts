import { expect, test } from "vitest";
import rules from "../../src/services/sagemaker.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a group that is named by its ARN gives its name to the version", () => {
  const ModelPackageGroupName = "arn:aws:sagemaker:us-east-1:123456789012:model-package-group/churn";
  expect(permits("CreateModelPackage", { ModelPackageGroupName })).toEqual([
    "sagemaker:CreateModelPackage arn:aws:sagemaker:us-east-1:123456789012:model-package/churn/*",
  ]);
});

test("a package of which nothing is known has an id of AWS's", () => {
  expect(permits("CreateModelPackage", {})).toEqual([
    "sagemaker:CreateModelPackage arn:aws:sagemaker:us-east-1:123456789012:model-package/*",
  ]);
});
