/** Amazon Fraud Detector: a resource's path is its name, with type and version where it has them. */
import { defineService } from "./define-service.ts";
import { firstOf, joined, member, unknownPart } from "./rule-value.ts";

export default defineService({
  sdkId: "FraudDetector",
  resources: {
    "batch-import": {
      filledBy: [{ ResourcePath: member("jobId") }],
      because: "an import is called by the id of its job",
      see: "https://docs.aws.amazon.com/frauddetector/latest/api/API_CreateBatchImportJob.html",
      examples: [
        {
          operation: "CancelBatchImportJob",
          input: { jobId: "j" },
          permits: ["frauddetector:CancelBatchImportJob arn:aws:frauddetector:us-east-1:123456789012:batch-import/j"],
        },
      ],
    },
    "batch-prediction": {
      filledBy: [{ ResourcePath: member("jobId") }],
      because: "a prediction is called by the id of its job",
      see: "https://docs.aws.amazon.com/frauddetector/latest/api/API_CreateBatchPredictionJob.html",
      examples: [
        {
          operation: "DeleteBatchPredictionJob",
          input: { jobId: "j" },
          permits: [
            "frauddetector:DeleteBatchPredictionJob arn:aws:frauddetector:us-east-1:123456789012:batch-prediction/j",
          ],
        },
      ],
    },
    "external-model": {
      filledBy: [{ ResourcePath: member("modelEndpoint") }],
      because: "an external model is called by its endpoint",
      see: "https://docs.aws.amazon.com/frauddetector/latest/api/API_PutExternalModel.html",
      examples: [
        {
          operation: "DeleteExternalModel",
          input: { modelEndpoint: "e" },
          permits: ["frauddetector:DeleteExternalModel arn:aws:frauddetector:us-east-1:123456789012:external-model/e"],
        },
      ],
    },
    model: {
      filledBy: [
        { ResourcePath: joined(member("modelType"), "/", member("modelId")) },
        {
          ResourcePath: joined(
            unknownPart("*", "no-resource-in-input", "the request leaves the type of the model out"),
            "/",
            member("modelId"),
          ),
        },
      ],
      because: "the ARN of a model names its type",
      see: "https://docs.aws.amazon.com/frauddetector/latest/api/API_Model.html",
      examples: [
        {
          operation: "DeleteModel",
          input: { modelId: "m", modelType: "ONLINE_FRAUD_INSIGHTS" },
          permits: [
            "frauddetector:DeleteModel arn:aws:frauddetector:us-east-1:123456789012:model/ONLINE_FRAUD_INSIGHTS/m",
          ],
        },
      ],
    },
    "model-version": {
      filledBy: [
        { ResourcePath: joined(member("modelType"), "/", member("modelId"), "/", member("modelVersionNumber")) },
        {
          ResourcePath: joined(
            member("modelType"),
            "/",
            member("modelId"),
            "/",
            member("majorVersionNumber"),
            ".",
            unknownPart("*", "id-assigned-by-aws", "the minor number of the new version"),
          ),
        },
      ],
      because: "the ARN of a model's version names the type, the model and the number",
      see: "https://docs.aws.amazon.com/frauddetector/latest/api/API_GetModelVersion.html",
      examples: [
        {
          operation: "GetModelVersion",
          input: { modelId: "m", modelType: "ONLINE_FRAUD_INSIGHTS", modelVersionNumber: "1.0" },
          permits: [
            "frauddetector:GetModelVersion arn:aws:frauddetector:us-east-1:123456789012:model-version/ONLINE_FRAUD_INSIGHTS/m/1.0",
          ],
        },
      ],
    },
    rule: {
      filledBy: [
        {
          ResourcePath: joined(member("rule.detectorId"), "/", member("rule.ruleId"), "/", member("rule.ruleVersion")),
        },
        { ResourcePath: joined(member("detectorId"), "/", member("ruleId"), "/", member("ruleVersion")) },
        {
          ResourcePath: joined(
            member("detectorId"),
            "/",
            member("ruleId"),
            "/",
            unknownPart("*", "no-resource-in-input", "all versions are meant"),
          ),
        },
      ],
      because: "the ARN of a rule names its detector and its version",
      see: "https://docs.aws.amazon.com/frauddetector/latest/api/API_DeleteRule.html",
      examples: [
        {
          operation: "DeleteRule",
          input: { rule: { detectorId: "d", ruleId: "r", ruleVersion: "1" } },
          permits: ["frauddetector:DeleteRule arn:aws:frauddetector:us-east-1:123456789012:rule/d/r/1"],
        },
        {
          operation: "GetRules",
          input: { detectorId: "d", ruleId: "r" },
          permits: ["frauddetector:GetRules arn:aws:frauddetector:us-east-1:123456789012:rule/d/r/*"],
        },
      ],
    },
    "event-type": {
      filledBy: [
        {
          ResourcePath: firstOf(
            member("eventTypeName"),
            member("eventType.value"),
            member("inputConfiguration.eventTypeName"),
            member("name"),
          ),
        },
      ],
      because: "an event type is named on its own, or by what belongs to it",
      see: "https://docs.aws.amazon.com/frauddetector/latest/api/API_PutExternalModel.html",
      examples: [
        {
          operation: "PutExternalModel",
          input: { modelEndpoint: "e", inputConfiguration: { eventTypeName: "t" } },
          permits: [
            "frauddetector:PutExternalModel arn:aws:frauddetector:us-east-1:123456789012:event-type/t + arn:aws:frauddetector:us-east-1:123456789012:external-model/e",
          ],
        },
      ],
    },
  },
});
