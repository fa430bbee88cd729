/** RDS Data API: statements run with credentials from a secret, in a transaction of the same cluster. */
import { defineService } from "./define-service.ts";
import { readsSecret } from "./secret-read.ts";

export default defineService({
  sdkId: "RDS Data",
  besides: [
    {
      authorizedActions: [readsSecret("secretArn")],
      because: "the Data API reads the database credentials with the caller's permissions",
      see: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.access.html",
      examples: [
        {
          operation: "ExecuteStatement",
          input: {
            resourceArn: "arn:aws:rds:us-east-1:123456789012:cluster:orders",
            secretArn: "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-a1B2c3",
          },
          permits: [
            "rds-data:ExecuteStatement arn:aws:rds:us-east-1:123456789012:cluster:orders",
            "secretsmanager:GetSecretValue arn:aws:secretsmanager:us-east-1:123456789012:secret:db-a1B2c3",
          ],
        },
      ],
    },
  ],
});
