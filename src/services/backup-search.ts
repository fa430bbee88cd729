/** AWS Backup Search: an export job has another name in requests than in its ARN. */
import { defineService } from "./define-service.ts";
import { member } from "./rule-value.ts";

export default defineService({
  sdkId: "BackupSearch",
  resources: {
    searchExportJob: {
      filledBy: [{ ResourceId: member("ExportJobIdentifier") }],
      because: "requests call a search's export job by its own identifier",
      see: "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BKS_GetSearchResultExportJob.html",
      examples: [
        {
          operation: "GetSearchResultExportJob",
          input: { ExportJobIdentifier: "j1" },
          permits: [
            "backup-search:GetSearchResultExportJob arn:aws:backup-search:us-east-1:123456789012:search-export-job/j1",
          ],
        },
      ],
    },
  },
});
