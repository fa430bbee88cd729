/** Models that a request to Bedrock's control plane works on: by ARN of any kind, or a foundation model by its id. */
import type { OperationRule } from "./define-service.ts";
import { arnFrom, either, filled, type ResourceRule } from "./rule-resource.ts";
import { captured, type MemberPath, member } from "./rule-value.ts";

/** What the member names. */
export const namedModel = (path: MemberPath): ResourceRule =>
  either(
    arnFrom(captured(member(path), /^(arn:.+)$/)),
    filled("foundation-model", { ResourceId: captured(member(path), /^((?!arn:).+)$/) }),
  );

/** The operation's own action on the one model that it names, whatever else the reference lists as possible. */
export const onNamedModel = (operation: string, path: string): OperationRule => ({
  authorizedActions: [{ action: `bedrock:${operation}`, resource: namedModel(path) }],
  because: "the kinds of models that the reference lists are alternatives; the request names one",
  see: `https://docs.aws.amazon.com/bedrock/latest/APIReference/API_${operation}.html`,
  examples: [
    {
      input: { [path]: "amazon.titan-text-express-v1" },
      permits: [`bedrock:${operation} arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-text-express-v1`],
    },
  ],
});
