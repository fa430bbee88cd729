/** DynamoDB Accelerator: a new cluster may be tagged. */
import { defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { TAG_ON_CREATE } from "./tag-on-create.ts";

const MAIN = "arn:aws:dax:us-east-1:123456789012:cache/main";

export default defineService({
  sdkId: "DAX",
  operations: {
    CreateCluster: {
      authorizedActions: [
        { action: "dax:CreateCluster" },
        { action: "dax:TagResource", when: whenMember("Tags[]"), origin: "dependent", because: TAG_ON_CREATE.because },
      ],
      because: "the new cluster may be tagged",
      see: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_dax_CreateCluster.html",
      examples: [
        {
          input: { ClusterName: "main", Tags: [{ Key: "team", Value: "a" }] },
          permits: [`dax:CreateCluster ${MAIN}`, `dax:TagResource ${MAIN}`],
        },
        { input: { ClusterName: "main" }, permits: [`dax:CreateCluster ${MAIN}`] },
      ],
    },
  },
});
