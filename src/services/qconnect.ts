/** Amazon Q in Connect: searching and rendering read what they show. */
import { defineService } from "./define-service.ts";
import { filled } from "./rule-resource.ts";
import { member, unknownPart } from "./rule-value.ts";

export default defineService({
  sdkId: "QConnect",
  operations: {
    SearchQuickResponses: {
      authorizedActions: [
        { action: "wisdom:SearchQuickResponses" },
        {
          action: "wisdom:GetQuickResponse",
          resource: filled("QuickResponse", {
            KnowledgeBaseId: member("knowledgeBaseId"),
            QuickResponseId: unknownPart("*", "chosen-by-aws", "the search decides what is found"),
          }),
          origin: "dependent",
          because: "only what the caller may read is found",
        },
      ],
      because: "a search needs the action that reads what it finds",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonqinconnect.html",
      examples: [
        {
          input: { knowledgeBaseId: "k1" },
          permits: [
            "wisdom:SearchQuickResponses arn:aws:wisdom:us-east-1:123456789012:knowledge-base/k1",
            "wisdom:GetQuickResponse arn:aws:wisdom:us-east-1:123456789012:quick-response/k1/*",
          ],
        },
      ],
    },
    RenderMessageTemplate: {
      authorizedActions: [
        { action: "wisdom:RenderMessageTemplate" },
        {
          action: "wisdom:GetMessageTemplate",
          origin: "dependent",
          because: "the template is read",
        },
      ],
      because: "a template is rendered only for those who may read it",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonqinconnect.html",
      examples: [
        {
          input: { knowledgeBaseId: "k1", messageTemplateId: "m1", attributes: {} },
          permits: [
            "wisdom:RenderMessageTemplate arn:aws:wisdom:us-east-1:123456789012:message-template/k1/m1",
            "wisdom:GetMessageTemplate arn:aws:wisdom:us-east-1:123456789012:message-template/k1/m1",
          ],
        },
      ],
    },
  },
});
