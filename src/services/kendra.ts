/** Amazon Kendra: `Id` means the data source or experience that the operation is about, within an index. */
import { defineService } from "./define-service.ts";
import { firstOf, member } from "./rule-value.ts";

export default defineService({
  sdkId: "kendra",
  resources: {
    "data-source": {
      filledBy: [{ IndexId: member("IndexId"), DataSourceId: firstOf(member("Id"), member("DataSourceId")) }],
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
        {
          operation: "DescribePrincipalMapping",
          input: { DataSourceId: "d", GroupId: "g", IndexId: "i" },
          permits: [
            "kendra:DescribePrincipalMapping arn:aws:kendra:us-east-1:123456789012:index/i + arn:aws:kendra:us-east-1:123456789012:index/i/data-source/d",
          ],
        },
      ],
    },
    experience: {
      filledBy: [{ IndexId: member("IndexId"), ExperienceId: firstOf(member("Id"), member("ExperienceId")) }],
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
