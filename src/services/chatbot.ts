/** AWS Chatbot (Amazon Q Developer in chat applications): a channel's configuration is tagged under its name and its kind. */
import { defineService } from "./define-service.ts";
import { filled, type ResourceRule } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

const configuration = (kind: string): ResourceRule =>
  filled("ChatbotConfiguration", { ConfigurationType: kind, ChatbotConfigurationName: member("ConfigurationName") });

export default defineService({
  sdkId: "chatbot",
  makes: {
    CreateChimeWebhookConfiguration: configuration("chime-webhook"),
    CreateMicrosoftTeamsChannelConfiguration: configuration("microsoft-teams-channel"),
    CreateSlackChannelConfiguration: configuration("slack-channel"),
  },
});
