/** AWS Marketplace Catalog: each entity of a batch is described by the single action. */
import { defineService } from "./define-service.ts";
import { everyResource, filled } from "./rule-resource.ts";
import { captured, member, unknownPart } from "./rule-value.ts";

export default defineService({
  sdkId: "Marketplace Catalog",
  // Its tags are those of the set and of new entities, none of which the reference has a form for.
  makes: { StartChangeSet: everyResource },
  operations: {
    BatchDescribeEntities: {
      authorizedActions: [
        {
          action: "aws-marketplace:DescribeEntity",
          forEach: "EntityRequestList[]",
          resource: filled("Entity", {
            Catalog: member("EntityRequestList[].Catalog"),
            EntityType: unknownPart("*", "no-resource-in-input", "an id does not tell the type of its entity"),
            ResourceId: captured(member("EntityRequestList[].EntityId"), /^([^@]+)/),
          }),
        },
      ],
      because: "each of the entities is described by the single action",
      see: "https://docs.aws.amazon.com/marketplace-catalog/latest/api-reference/API_BatchDescribeEntities.html",
      examples: [
        {
          input: {
            EntityRequestList: [
              { Catalog: "AWSMarketplace", EntityId: "prod-1" },
              { Catalog: "AWSMarketplace", EntityId: "offer-2@3" },
            ],
          },
          permits: [
            "aws-marketplace:DescribeEntity arn:aws:aws-marketplace:us-east-1:123456789012:AWSMarketplace/*/offer-2 + arn:aws:aws-marketplace:us-east-1:123456789012:AWSMarketplace/*/prod-1",
          ],
        },
      ],
    },
  },
});
