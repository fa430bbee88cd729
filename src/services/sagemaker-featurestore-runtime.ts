/** Amazon SageMaker's feature store: a batch reads from or writes to several groups. */
import { defineService } from "./define-service.ts";
import { filled } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

export default defineService({
  sdkId: "SageMaker FeatureStore Runtime",
  operations: {
    BatchWriteRecord: {
      authorizedActions: [
        {
          action: ["sagemaker:BatchWriteRecord", "sagemaker:PutRecord"],
          resource: filled("feature-group", { FeatureGroupName: member("Entries[].FeatureGroupName") }),
        },
      ],
      because: "each entry is put into the feature group that it names, by name or ARN",
      see: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Operations_Amazon_SageMaker_Feature_Store_Runtime.html",
      examples: [
        {
          input: { Entries: [{ FeatureGroupName: "a" }] },
          permits: [
            "sagemaker:BatchWriteRecord arn:aws:sagemaker:us-east-1:123456789012:feature-group/a",
            "sagemaker:PutRecord arn:aws:sagemaker:us-east-1:123456789012:feature-group/a",
          ],
        },
      ],
    },
    BatchGetRecord: {
      authorizedActions: [
        {
          action: "sagemaker:BatchGetRecord",
          resource: filled("feature-group", { FeatureGroupName: member("Identifiers[].FeatureGroupName") }),
        },
      ],
      because: "each part of the batch names a feature group, by name or ARN",
      see: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_feature_store_BatchGetRecord.html",
      examples: [
        {
          input: {
            Identifiers: [
              { FeatureGroupName: "a", RecordIdentifiersValueAsString: ["1"] },
              { FeatureGroupName: "arn:aws:sagemaker:eu-west-1:111122223333:feature-group/b" },
            ],
          },
          permits: [
            "sagemaker:BatchGetRecord arn:aws:sagemaker:eu-west-1:111122223333:feature-group/b + arn:aws:sagemaker:us-east-1:123456789012:feature-group/a",
          ],
        },
      ],
    },
  },
});
