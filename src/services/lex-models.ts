/** Amazon Lex's first generation: bots, intents and slot types have versions, an alias stands below its bot. */
import { defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { fillWhen, firstOf, member, unknownPart } from "./rule-value.ts";

export default defineService({
  sdkId: "Lex Model Building Service",
  resources: {
    "bot alias": {
      template: "arn:${Partition}:lex:${Region}:${Account}:bot:${BotName}:${BotAlias}",
      filledBy: [
        { BotName: member("botName"), BotAlias: member("name") },
        fillWhen(whenMember("versionOrAlias"), { BotName: member("name"), BotAlias: member("versionOrAlias") }),
      ],
      because: "an alias is called by its name below the bot's",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonlex.html",
      examples: [
        {
          operation: "GetBotAlias",
          input: { botName: "b", name: "live" },
          permits: ["lex:GetBotAlias arn:aws:lex:us-east-1:123456789012:bot:b:live"],
        },
      ],
    },
    "bot version": {
      filledBy: [
        {
          BotName: firstOf(member("name"), member("botName")),
          BotVersion: firstOf(
            member("version"),
            member("versionOrAlias"),
            unknownPart("*", "no-resource-in-input", "the request means the bot in all its versions"),
          ),
        },
      ],
      because: "a version of a bot is called by the bot's name and its number or alias",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonlex.html",
      examples: [
        {
          operation: "GetBot",
          input: { name: "b", versionOrAlias: "3" },
          permits: ["lex:GetBot arn:aws:lex:us-east-1:123456789012:bot:b:3"],
        },
        {
          operation: "GetExport",
          input: { name: "b", version: "3", resourceType: "BOT" },
          permits: ["lex:GetExport arn:aws:lex:us-east-1:123456789012:bot:b:3"],
        },
      ],
    },
    "intent version": {
      filledBy: [
        {
          IntentName: member("name"),
          IntentVersion: firstOf(
            member("version"),
            unknownPart("*", "no-resource-in-input", "the request means the intent in all its versions"),
          ),
        },
      ],
      because: "a version of an intent is called by the intent's name and its number",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonlex.html",
      examples: [
        {
          operation: "GetIntent",
          input: { name: "i", version: "3" },
          permits: ["lex:GetIntent arn:aws:lex:us-east-1:123456789012:intent:i:3"],
        },
      ],
    },
    "slottype version": {
      filledBy: [
        {
          SlotName: member("name"),
          SlotVersion: firstOf(
            member("version"),
            unknownPart("*", "no-resource-in-input", "the request means the slot type in all its versions"),
          ),
        },
      ],
      because: "a version of a slot type is called by the slot type's name and its number",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonlex.html",
      examples: [
        {
          operation: "GetSlotType",
          input: { name: "s", version: "3" },
          permits: ["lex:GetSlotType arn:aws:lex:us-east-1:123456789012:slottype:s:3"],
        },
      ],
    },
  },
});
