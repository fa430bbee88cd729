/** Amazon SageMaker: volumes of jobs, notebooks and endpoints under a key that the request names. */
import type { OperationRule } from "./define-service.ts";
import { usesKey } from "./kms-key.ts";
import { whenMatches } from "./rule-condition.ts";
import { ofCall } from "./rule-value.ts";

/** Where requests name the key of a volume. */
const VOLUMES = [
  "ResourceConfig.VolumeKmsKeyId",
  "TrainingJobDefinition.ResourceConfig.VolumeKmsKeyId",
  "TransformResources.VolumeKmsKeyId",
  "ProcessingResources.ClusterConfig.VolumeKmsKeyId",
  "JobResources.ClusterConfig.VolumeKmsKeyId",
] as const;

const KEY = "arn:aws:kms:us-east-1:123456789012:key/1234abcd";
const VIA = "if kms:ViaService = sagemaker.us-east-1.amazonaws.com";
const ON = "arn:aws:sagemaker:us-east-1:123456789012";

/** Rules of `besides`. */
export const SAGEMAKER_KEYS: readonly OperationRule[] = [
  {
    authorizedActions: VOLUMES.flatMap((path) => usesKey({ path, actions: ["CreateGrant"], via: "sagemaker" })),
    because: "the volumes of a job are granted the use of their key",
    see: "https://docs.aws.amazon.com/sagemaker/latest/dg/api-permissions-reference.html",
    examples: [
      {
        operation: "CreateTrainingJob",
        input: { TrainingJobName: "j", ResourceConfig: { VolumeKmsKeyId: KEY } },
        permits: [`sagemaker:CreateTrainingJob ${ON}:training-job/j`, `kms:CreateGrant ${KEY} ${VIA}`],
      },
      {
        operation: "CreateTrainingJob",
        input: { TrainingJobName: "j", OutputDataConfig: { KmsKeyId: KEY } },
        permits: [`sagemaker:CreateTrainingJob ${ON}:training-job/j`],
      },
    ],
  },
  {
    authorizedActions: usesKey({
      path: "KmsKeyId",
      actions: ["CreateGrant", "DescribeKey"],
      via: "sagemaker",
      when: whenMatches(ofCall("operation"), /^Create(?:Domain|EndpointConfig|NotebookInstance)$/),
    }),
    because: "what is stored is granted the use of its key",
    see: "https://docs.aws.amazon.com/sagemaker/latest/dg/api-permissions-reference.html",
    examples: [
      {
        operation: "CreateNotebookInstance",
        input: { NotebookInstanceName: "n", KmsKeyId: KEY },
        permits: [
          `sagemaker:CreateNotebookInstance ${ON}:notebook-instance/n`,
          `kms:CreateGrant ${KEY} ${VIA}`,
          `kms:DescribeKey ${KEY} ${VIA}`,
        ],
      },
    ],
  },
];
