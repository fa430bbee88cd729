/** Amazon Machine Learning: tags name the type of the resource beside its id. */
import { defineService } from "./define-service.ts";
import { whenMemberEquals } from "./rule-condition.ts";
import { either, filled } from "./rule-resource.ts";
import { fillWhen, member } from "./rule-value.ts";

export default defineService({
  sdkId: "Machine Learning",
  operations: Object.fromEntries(
    ["AddTags", "DeleteTags", "DescribeTags"].map((operation) => [
      operation,
      {
        authorizedActions: [
          {
            action: `machinelearning:${operation}`,
            resource: either(
              filled(
                "batchprediction",
                fillWhen(whenMemberEquals("ResourceType", "BatchPrediction"), {
                  BatchPredictionId: member("ResourceId"),
                }),
              ),
              filled(
                "datasource",
                fillWhen(whenMemberEquals("ResourceType", "DataSource"), { DatasourceId: member("ResourceId") }),
              ),
              filled(
                "evaluation",
                fillWhen(whenMemberEquals("ResourceType", "Evaluation"), { EvaluationId: member("ResourceId") }),
              ),
              filled(
                "mlmodel",
                fillWhen(whenMemberEquals("ResourceType", "MLModel"), { MlModelId: member("ResourceId") }),
              ),
            ),
          },
        ],
        because: "the type tells what the id means",
        see: `https://docs.aws.amazon.com/machine-learning/latest/APIReference/API_${operation}.html`,
        examples: [
          {
            input: { ResourceId: "m", ResourceType: "MLModel" },
            permits: [`machinelearning:${operation} arn:aws:machinelearning:us-east-1:123456789012:mlmodel/m`],
          },
        ],
      } as const,
    ]),
  ),
});
