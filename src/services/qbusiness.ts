/** Amazon Q Business: permissions of others on an application are its resource policy. */
import { defineService } from "./define-service.ts";

export default defineService({
  sdkId: "QBusiness",
  operations: Object.fromEntries(
    ["AssociatePermission", "DisassociatePermission"].map((operation) => [
      operation,
      {
        authorizedActions: [
          { action: `qbusiness:${operation}` },
          {
            action: "qbusiness:PutResourcePolicy",
            origin: "dependent",
            because: "the permission becomes a statement of the application's policy",
          },
        ],
        because: "a permission for others changes the policy of the application",
        see: `https://docs.aws.amazon.com/amazonq/latest/api-reference/API_${operation}.html`,
        examples: [
          {
            input: { applicationId: "a", statementId: "s" },
            permits: [operation, "PutResourcePolicy"].map(
              (name) => `qbusiness:${name} arn:aws:qbusiness:us-east-1:123456789012:application/a`,
            ),
          },
        ],
      } as const,
    ]),
  ),
});
