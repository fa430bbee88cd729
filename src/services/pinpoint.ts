/** Amazon Pinpoint: kinds of channels and templates, and tags inside the body. */
import { defineService } from "./define-service.ts";
import { channelFills, makesTagged, templateFills } from "./pinpoint-names.ts";

export default defineService({
  sdkId: "Pinpoint",
  resources: {
    channel: {
      filledBy: channelFills,
      because: "the operation's name tells the channel, as its path does",
      see: "https://docs.aws.amazon.com/pinpoint/latest/developerguide/permissions-actions.html",
      examples: [
        {
          operation: "GetApnsSandboxChannel",
          input: { ApplicationId: "a1" },
          permits: [
            "mobiletargeting:GetApnsSandboxChannel arn:aws:mobiletargeting:us-east-1:123456789012:apps/a1/channels/apns_sandbox",
          ],
        },
      ],
    },
    template: {
      filledBy: templateFills,
      because: "the operation's name tells the kind of the template",
      see: "https://docs.aws.amazon.com/pinpoint/latest/developerguide/permissions-actions.html",
      examples: [
        {
          operation: "GetSmsTemplate",
          input: { TemplateName: "hi" },
          permits: ["mobiletargeting:GetSmsTemplate arn:aws:mobiletargeting:us-east-1:123456789012:templates/hi/SMS"],
        },
        {
          operation: "ListTemplateVersions",
          input: { TemplateName: "hi", TemplateType: "EMAIL" },
          permits: [
            "mobiletargeting:ListTemplateVersions arn:aws:mobiletargeting:us-east-1:123456789012:templates/hi/EMAIL",
          ],
        },
      ],
    },
  },
  operations: makesTagged({
    CreateApp: {
      tags: "CreateApplicationRequest.tags",
      chosen: ["app", "AppId"],
      input: {},
      on: [
        "arn:aws:mobiletargeting:us-east-1:123456789012:apps/*",
        "arn:aws:mobiletargeting:us-east-1:123456789012:apps/*",
      ],
    },
    CreateEmailTemplate: {
      tags: "EmailTemplateRequest.tags",
      input: { TemplateName: "hi" },
      on: [
        "arn:aws:mobiletargeting:us-east-1:123456789012:templates/hi/EMAIL",
        "arn:aws:mobiletargeting:us-east-1:123456789012:templates/hi/EMAIL",
      ],
    },
    CreateInAppTemplate: {
      tags: "InAppTemplateRequest.tags",
      input: { TemplateName: "hi" },
      on: [
        "arn:aws:mobiletargeting:us-east-1:123456789012:templates/hi/INAPP",
        "arn:aws:mobiletargeting:us-east-1:123456789012:templates/hi/INAPP",
      ],
    },
    CreatePushTemplate: {
      tags: "PushNotificationTemplateRequest.tags",
      input: { TemplateName: "hi" },
      on: [
        "arn:aws:mobiletargeting:us-east-1:123456789012:templates/hi/PUSH",
        "arn:aws:mobiletargeting:us-east-1:123456789012:templates/hi/PUSH",
      ],
    },
    CreateSmsTemplate: {
      tags: "SMSTemplateRequest.tags",
      input: { TemplateName: "hi" },
      on: [
        "arn:aws:mobiletargeting:us-east-1:123456789012:templates/hi/SMS",
        "arn:aws:mobiletargeting:us-east-1:123456789012:templates/hi/SMS",
      ],
    },
    CreateVoiceTemplate: {
      tags: "VoiceTemplateRequest.tags",
      input: { TemplateName: "hi" },
      on: [
        "arn:aws:mobiletargeting:us-east-1:123456789012:templates/hi/VOICE",
        "arn:aws:mobiletargeting:us-east-1:123456789012:templates/hi/VOICE",
      ],
    },
    CreateCampaign: {
      tags: "WriteCampaignRequest.tags",
      chosen: ["campaign", "CampaignId"],
      input: { ApplicationId: "a1" },
      on: [
        "arn:aws:mobiletargeting:us-east-1:123456789012:apps/a1",
        "arn:aws:mobiletargeting:us-east-1:123456789012:apps/a1/campaigns/*",
      ],
    },
    CreateSegment: {
      tags: "WriteSegmentRequest.tags",
      chosen: ["segment", "SegmentId"],
      input: { ApplicationId: "a1" },
      on: [
        "arn:aws:mobiletargeting:us-east-1:123456789012:apps/a1",
        "arn:aws:mobiletargeting:us-east-1:123456789012:apps/a1/segments/*",
      ],
    },
  }),
});
