/** AWS CodePipeline: a pipeline is named inside its definition, and passes on the connections of its sources. */
import { defineService, type OperationRule } from "./define-service.ts";
import { whenMemberMatches } from "./rule-condition.ts";
import { arnFrom, filled } from "./rule-resource.ts";
import { captured, member } from "./rule-value.ts";

const CONNECTION = "pipeline.stages[].actions[].configuration.ConnectionArn";

const passes = (prefix: string) => {
  const ofApi = new RegExp(`^(arn:[^:]+:${prefix}:.+)$`);
  return {
    action: `${prefix}:PassConnection`,
    resource: arnFrom(captured(member(CONNECTION), ofApi)),
    when: whenMemberMatches(CONNECTION, ofApi),
    conditions: { StringEquals: { [`${prefix}:PassedToService`]: "codepipeline.amazonaws.com" } },
    origin: "dependent",
    because: "the pipeline gets the connection of its source",
  } as const;
};

const PIPELINE = "arn:aws:codepipeline:us-east-1:123456789012:shop";
const LINK = "arn:aws:codeconnections:us-east-1:123456789012:connection/a1b2";

const defines = (operation: string): OperationRule => ({
  authorizedActions: [
    {
      action: `codepipeline:${operation}`,
      resource: filled("pipeline", { PipelineName: member("pipeline.name") }),
    },
    passes("codeconnections"),
    passes("codestar-connections"),
  ],
  because: "a pipeline is named inside its definition, and hands connections to its sources",
  see: "https://docs.aws.amazon.com/codepipeline/latest/userguide/connections-permissions.html",
  examples: [
    { input: { pipeline: { name: "shop" } }, permits: [`codepipeline:${operation} ${PIPELINE}`] },
    {
      input: {
        pipeline: { name: "shop", stages: [{ actions: [{ configuration: { ConnectionArn: LINK } }] }] },
      },
      permits: [
        `codepipeline:${operation} ${PIPELINE}`,
        `codeconnections:PassConnection ${LINK} if codeconnections:PassedToService = codepipeline.amazonaws.com`,
      ],
    },
  ],
});

export default defineService({
  sdkId: "CodePipeline",
  operations: { CreatePipeline: defines("CreatePipeline"), UpdatePipeline: defines("UpdatePipeline") },
});
