/** AWS IoT: searches that name no index search that of the things. */
import { defineService } from "./define-service.ts";
import { firstOf, member } from "./rule-value.ts";

export default defineService({
  sdkId: "IoT",
  resources: {
    index: {
      filledBy: [{ IndexName: firstOf(member("indexName"), "AWS_Things") }],
      because: "the index of the things is searched where the request names none",
      see: "https://docs.aws.amazon.com/iot/latest/apireference/API_SearchIndex.html",
      examples: [
        {
          operation: "SearchIndex",
          input: { queryString: "attributes.model:123" },
          permits: ["iot:SearchIndex arn:aws:iot:us-east-1:123456789012:index/AWS_Things"],
        },
        {
          operation: "GetStatistics",
          input: { indexName: "AWS_ThingGroups", queryString: "*" },
          permits: ["iot:GetStatistics arn:aws:iot:us-east-1:123456789012:index/AWS_ThingGroups"],
        },
      ],
    },
  },
});
