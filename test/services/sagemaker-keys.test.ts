import { expect, test } from "vitest";
import rules from "../../src/services/sagemaker.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a job that processes data grants the use of its volumes' key", () => {
  const VolumeKmsKeyId = "arn:aws:kms:us-east-1:123456789012:key/1234abcd";
  const input = { ProcessingJobName: "j", ProcessingResources: { ClusterConfig: { VolumeKmsKeyId } } };
  expect(permits("CreateProcessingJob", input)).toContain(
    `kms:CreateGrant ${VolumeKmsKeyId} if kms:ViaService = sagemaker.us-east-1.amazonaws.com`,
  );
});
