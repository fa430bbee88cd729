/** Amazon Lex V2: everything of a bot is authorized on the bot, its aliases and test sets apart. */
import { authorizedAs, defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { arnIn } from "./rule-resource.ts";
import { fillWhen, firstOf, member, unknownPart } from "./rule-value.ts";

export default defineService({
  sdkId: "Lex Models V2",
  resources: {
    bot: {
      template: "arn:${Partition}:lex:${Region}:${Account}:bot/${BotId}",
      filledBy: [
        {
          BotId: firstOf(
            member("botId"),
            member("resourceSpecification.botExportSpecification.botId"),
            member("resourceSpecification.botLocaleExportSpecification.botId"),
            member("resourceSpecification.customVocabularyExportSpecification.botId"),
            member("resourceSpecification.botLocaleImportSpecification.botId"),
            member("resourceSpecification.customVocabularyImportSpecification.botId"),
          ),
        },
      ],
      because: "bots of this generation are called by their id, in exports and imports too",
      see: "https://docs.aws.amazon.com/lexv2/latest/dg/security_iam_service-with-iam.html",
      examples: [
        {
          operation: "CreateExport",
          input: { resourceSpecification: { botExportSpecification: { botId: "B1", botVersion: "1" } } },
          permits: ["lex:CreateExport arn:aws:lex:us-east-1:123456789012:bot/B1"],
        },
      ],
    },
    "bot alias": {
      template: "arn:${Partition}:lex:${Region}:${Account}:bot-alias/${BotId}/${BotAliasId}",
      filledBy: [
        { BotId: member("botId"), BotAliasId: member("botAliasId") },
        fillWhen(whenMember("botAliasName"), {
          BotId: member("botId"),
          BotAliasId: unknownPart("*", "id-assigned-by-aws", "AWS chooses the id of the alias"),
        }),
      ],
      because: "an alias of this generation is called by its id below the bot's",
      see: "https://docs.aws.amazon.com/lexv2/latest/dg/security_iam_service-with-iam.html",
      examples: [
        {
          operation: "CreateBotAlias",
          input: { botId: "B1", botAliasName: "live" },
          permits: ["lex:CreateBotAlias arn:aws:lex:us-east-1:123456789012:bot-alias/B1/*"],
        },
      ],
    },
    "bot version": {
      template: "arn:${Partition}:lex:${Region}:${Account}:bot/${BotId}",
      filledBy: [{ BotId: member("botId") }],
      because: "versions of this generation are authorized on the bot",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonlexv2.html",
      examples: [
        {
          operation: "DeleteBotVersion",
          input: { botId: "B1", botVersion: "1" },
          permits: ["lex:DeleteBotVersion arn:aws:lex:us-east-1:123456789012:bot/B1"],
        },
      ],
    },
    "intent version": {
      template: "arn:${Partition}:lex:${Region}:${Account}:bot/${BotId}",
      filledBy: [{ BotId: member("botId") }],
      because: "intents of this generation are authorized on the bot",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonlexv2.html",
      examples: [
        {
          operation: "DeleteIntent",
          input: { botId: "B1", intentId: "I1", botVersion: "DRAFT", localeId: "en_US" },
          permits: ["lex:DeleteIntent arn:aws:lex:us-east-1:123456789012:bot/B1"],
        },
      ],
    },
    "slottype version": {
      template: "arn:${Partition}:lex:${Region}:${Account}:bot/${BotId}",
      filledBy: [{ BotId: member("botId") }],
      because: "slot types of this generation are authorized on the bot",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonlexv2.html",
      examples: [
        {
          operation: "DeleteSlotType",
          input: { botId: "B1", slotTypeId: "S1", botVersion: "DRAFT", localeId: "en_US" },
          permits: ["lex:DeleteSlotType arn:aws:lex:us-east-1:123456789012:bot/B1"],
        },
      ],
    },
    "test set": {
      filledBy: [
        {
          TestSetId: firstOf(member("testSetId"), member("resourceSpecification.testSetExportSpecification.testSetId")),
        },
      ],
      because: "a test set may be named by what is exported",
      see: "https://docs.aws.amazon.com/lexv2/latest/APIReference/API_CreateExport.html",
      examples: [
        {
          operation: "CreateExport",
          input: { resourceSpecification: { testSetExportSpecification: { testSetId: "T1" } } },
          permits: ["lex:CreateExport arn:aws:lex:us-east-1:123456789012:test-set/T1"],
        },
      ],
    },
  },
  operations: {
    ...authorizedAs(
      { ListUtteranceAnalyticsData: "ListAggregatedUtterances", ListUtteranceMetrics: "ListAggregatedUtterances" },
      {
        servicePrefix: "lex",
        because: "analytics of utterances are read as the utterances in sum",
        see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonlexv2.html",
        example: { input: { botId: "B1" }, on: "arn:aws:lex:us-east-1:123456789012:bot/B1" },
      },
    ),
    ...Object.fromEntries(
      (
        [
          ["CreateResourcePolicyStatement", "lex:CreateResourcePolicy"],
          ["DeleteResourcePolicyStatement", "lex:DeleteResourcePolicy"],
        ] as const
      ).map(([operation, action]) => [
        operation,
        {
          authorizedActions: [
            {
              action: [action, "lex:UpdateResourcePolicy"],
              resource: arnIn("resourceArn"),
            },
          ],
          because: "a statement changes the policy that it belongs to, or makes or ends it",
          see: `https://docs.aws.amazon.com/lexv2/latest/APIReference/API_${operation}.html`,
          examples: [
            {
              input: { resourceArn: "arn:aws:lex:us-east-1:123456789012:bot-alias/B1/A1", statementId: "s" },
              permits: [
                `${action} arn:aws:lex:us-east-1:123456789012:bot-alias/B1/A1`,
                "lex:UpdateResourcePolicy arn:aws:lex:us-east-1:123456789012:bot-alias/B1/A1",
              ],
            },
          ],
        } as const,
      ]),
    ),
  },
});
