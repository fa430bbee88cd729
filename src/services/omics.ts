/** AWS HealthOmics: workflows may come from a repository behind a connection. */
import { defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { arnIn } from "./rule-resource.ts";

export default defineService({
  sdkId: "Omics",
  operations: {
    ...Object.fromEntries(
      ["CreateWorkflow", "CreateWorkflowVersion"].map((operation) => [
        operation,
        {
          authorizedActions: [
            { action: `omics:${operation}` },
            {
              action: "codeconnections:PassConnection",
              resource: arnIn("definitionRepository.connectionArn"),
              when: whenMember("definitionRepository.connectionArn"),
              origin: "dependent",
              because: "the connection to the repository is handed to AWS HealthOmics",
            },
          ],
          because: "a workflow may be taken from a repository",
          see: "https://docs.aws.amazon.com/omics/latest/dev/workflows-git-integration.html",
          examples: [
            {
              input: {
                workflowId: "1",
                definitionRepository: {
                  connectionArn: "arn:aws:codeconnections:us-east-1:123456789012:connection/c",
                },
              },
              permits: [
                operation === "CreateWorkflow"
                  ? "omics:CreateWorkflow *"
                  : "omics:CreateWorkflowVersion arn:aws:omics:us-east-1:123456789012:workflow/1",
                "codeconnections:PassConnection arn:aws:codeconnections:us-east-1:123456789012:connection/c",
              ],
            },
          ],
        } as const,
      ]),
    ),
  },
});
