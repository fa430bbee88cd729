/** OpenSearch Serverless: a collection may be made within a group. */
import { defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { everyResource, newResource } from "./rule-resource.ts";

export default defineService({
  sdkId: "OpenSearchServerless",
  operations: {
    CreateCollection: {
      authorizedActions: [
        { action: "aoss:CreateCollection", resource: everyResource },
        {
          action: "aoss:AddCollectionToCollectionGroup",
          origin: "dependent",
          when: whenMember("collectionGroupName"),
          resource: newResource("CollectionGroup"),
          because: "the collection is added to the group that the request names, whose id it does not tell",
        },
      ],
      because: "a collection may be made within a group",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonopensearchserverless.html",
      examples: [
        {
          input: { name: "shop", collectionGroupName: "team" },
          permits: [
            "aoss:CreateCollection *",
            "aoss:AddCollectionToCollectionGroup arn:aws:aoss:us-east-1:123456789012:collection-group/*",
          ],
        },
        { input: { name: "shop" }, permits: ["aoss:CreateCollection *"] },
      ],
    },
  },
});
