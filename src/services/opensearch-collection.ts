/** Requests to collections of OpenSearch Serverless: one action for all of them; data access policies decide the rest. */
import { defineService } from "./define-service.ts";
import { either, filled } from "./rule-resource.ts";
import { member, unknownPart } from "./rule-value.ts";

export default defineService({
  sdkId: "OpenSearch Collection",
  otherwise: {
    authorizedActions: [
      {
        action: "aoss:APIAccessAll",
        resource: either(
          filled("Collection", { CollectionId: member("CollectionId") }),
          filled("Collection", {
            CollectionId: unknownPart("*", "no-resource-in-input", "a custom endpoint does not tell the collection"),
          }),
        ),
      },
    ],
    because: "a collection asks IAM for one action, whatever the request does",
    see: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/security-iam-serverless.html",
    examples: [
      {
        operation: "HttpPost",
        input: { CollectionId: "07tjusf2h91cunochc" },
        permits: ["aoss:APIAccessAll arn:aws:aoss:us-east-1:123456789012:collection/07tjusf2h91cunochc"],
      },
    ],
  },
});
