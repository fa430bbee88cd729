/** AWS CodePipeline: a pipeline is named inside its definition, and passes on the connections of its sources. */
import { defineService, type OperationRule } from "./define-service.ts";
import { whenMember, whenMemberMatches } from "./rule-condition.ts";
import { arnFrom, bothOf, filled } from "./rule-resource.ts";
import { captured, firstOf, member } from "./rule-value.ts";

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

const HERE = "arn:aws:codepipeline:us-east-1:123456789012";
const PIPELINE = `${HERE}:shop`;
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
  resources: {
    actiontype: {
      filledBy: [
        {
          Owner: member("actionTypeId.owner"),
          Category: member("actionTypeId.category"),
          Provider: member("actionTypeId.provider"),
          Version: member("actionTypeId.version"),
        },
        {
          Owner: member("actionType.id.owner"),
          Category: member("actionType.id.category"),
          Provider: member("actionType.id.provider"),
          Version: member("actionType.id.version"),
        },
        {
          Owner: firstOf(member("owner"), "Custom"),
          Category: member("category"),
          Provider: member("provider"),
          Version: member("version"),
        },
      ],
      because: "action types that an account makes by itself are owned by `Custom`",
      see: "https://docs.aws.amazon.com/codepipeline/latest/userguide/security_iam_service-with-iam.html",
      examples: [
        {
          operation: "DeleteCustomActionType",
          input: { category: "Build", provider: "mine", version: "1" },
          permits: [`codepipeline:DeleteCustomActionType ${HERE}:actiontype:Custom/Build/mine/1`],
        },
        {
          operation: "UpdateActionType",
          input: { actionType: { id: { category: "Build", owner: "ThirdParty", provider: "they", version: "2" } } },
          permits: [`codepipeline:UpdateActionType ${HERE}:actiontype:ThirdParty/Build/they/2`],
        },
      ],
    },
  },
  operations: {
    CreatePipeline: defines("CreatePipeline"),
    UpdatePipeline: defines("UpdatePipeline"),
    PutWebhook: {
      authorizedActions: [
        {
          action: "codepipeline:PutWebhook",
          resource: bothOf(
            filled("pipeline", { PipelineName: member("webhook.targetPipeline") }),
            filled("webhook", { WebhookName: member("webhook.name") }),
          ),
        },
        {
          action: "codepipeline:TagResource",
          resource: filled("webhook", { WebhookName: member("webhook.name") }),
          when: whenMember("tags[]"),
          origin: "dependent",
          because: "the webhook is tagged",
        },
      ],
      because: "a webhook is named inside its definition, and starts the pipeline that it targets",
      see: "https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_PutWebhook.html",
      examples: [
        {
          input: { webhook: { name: "push", targetPipeline: "shop" }, tags: [{ key: "team", value: "a" }] },
          permits: [
            `codepipeline:PutWebhook ${PIPELINE} + ${HERE}:webhook:push`,
            `codepipeline:TagResource ${HERE}:webhook:push`,
          ],
        },
      ],
    },
  },
});
