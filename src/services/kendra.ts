/** Amazon Kendra: `Id` means the data source or experience that the operation is about, within an index. */
import { defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { fillWhen, member } from "./rule-value.ts";

export default defineService({
  sdkId: "kendra",
  resources: {
    "data-source": {
      filledBy: [fillWhen(whenMember("Id"), { IndexId: member("IndexId"), DataSourceId: member("Id") })],
      because: "a data source belongs to an index",
      see: "https://docs.aws.amazon.com/kendra/latest/APIReference/API_StartDataSourceSyncJob.html",
      examples: [
        {
          operation: "StartDataSourceSyncJob",
          input: { Id: "d", IndexId: "i" },
          permits: [
            "kendra:StartDataSourceSyncJob arn:aws:kendra:us-east-1:123456789012:index/i + arn:aws:kendra:us-east-1:123456789012:index/i/data-source/d",
          ],
        },
      ],
    },
    experience: {
      filledBy: [fillWhen(whenMember("Id"), { IndexId: member("IndexId"), ExperienceId: member("Id") })],
      because: "an experience belongs to an index",
      see: "https://docs.aws.amazon.com/kendra/latest/APIReference/API_AssociatePersonasToEntities.html",
      examples: [
        {
          operation: "AssociatePersonasToEntities",
          input: { Id: "e", IndexId: "i" },
          permits: [
            "kendra:AssociatePersonasToEntities arn:aws:kendra:us-east-1:123456789012:index/i + arn:aws:kendra:us-east-1:123456789012:index/i/experience/e",
          ],
        },
      ],
    },
  },
});
