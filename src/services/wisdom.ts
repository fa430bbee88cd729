/** Amazon Connect Wisdom: a search reads what it finds. */
import { defineService } from "./define-service.ts";
import { filled } from "./rule-resource.ts";
import { member, unknownPart } from "./rule-value.ts";

export default defineService({
  sdkId: "Wisdom",
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
  },
});
