/** Amazon SageMaker: some ARNs hold a name in lower case that the request writes otherwise, so both forms are meant. */
import type { ResourceTypeRule } from "./define-service.ts";
import { eachOf, lowerCase, member } from "./rule-value.ts";

interface NamedType {
  readonly type: string;
  /** Of the ARN, and the member that holds it. */
  readonly name: string;
  /** One that is about this type alone. */
  readonly operation: string;
}

const NAMED: readonly NamedType[] = [
  { type: "endpoint", name: "EndpointName", operation: "DescribeEndpoint" },
  { type: "endpoint-config", name: "EndpointConfigName", operation: "DescribeEndpointConfig" },
  { type: "model", name: "ModelName", operation: "DescribeModel" },
  { type: "training-job", name: "TrainingJobName", operation: "DescribeTrainingJob" },
  { type: "processing-job", name: "ProcessingJobName", operation: "DescribeProcessingJob" },
  { type: "transform-job", name: "TransformJobName", operation: "DescribeTransformJob" },
  {
    type: "hyper-parameter-tuning-job",
    name: "HyperParameterTuningJobName",
    operation: "DescribeHyperParameterTuningJob",
  },
  { type: "notebook-instance", name: "NotebookInstanceName", operation: "DescribeNotebookInstance" },
  { type: "pipeline", name: "PipelineName", operation: "DescribePipeline" },
  { type: "feature-group", name: "FeatureGroupName", operation: "DescribeFeatureGroup" },
];

const inBothCases = ({ type, name, operation }: NamedType): ResourceTypeRule => {
  const begin = `arn:aws:sagemaker:us-east-1:123456789012:${type}/`;
  return {
    filledBy: [{ [name]: eachOf(member(name), lowerCase(member(name))) }],
    because: "names differ by more than case, and ARNs may be written in lower case: both mean the same",
    see: `https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_${operation}.html`,
    examples: [
      { operation, input: { [name]: "Churn" }, permits: [`sagemaker:${operation} ${begin}Churn + ${begin}churn`] },
      { operation, input: { [name]: "churn" }, permits: [`sagemaker:${operation} ${begin}churn`] },
    ],
  };
};

/** By type. */
export const NAMES_IN_BOTH_CASES: Readonly<Record<string, ResourceTypeRule>> = Object.fromEntries(
  NAMED.map((named) => [named.type, inBothCases(named)]),
);
