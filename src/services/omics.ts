/** AWS HealthOmics: workflows may come from a repository behind a connection. */
import { defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { arnIn, bothOf, namedIn, newResource } from "./rule-resource.ts";
import { firstOf, member } from "./rule-value.ts";

export default defineService({
  sdkId: "Omics",
  resources: {
    TaskResource: {
      filledBy: [{ Id: member("taskId") }],
      because: "a task has an id of its own beside that of its run",
      see: "https://docs.aws.amazon.com/omics/latest/api/API_GetRunTask.html",
      examples: [
        {
          operation: "GetRunTask",
          input: { id: "1", taskId: "2" },
          permits: [
            "omics:GetRunTask arn:aws:omics:us-east-1:123456789012:run/1 + arn:aws:omics:us-east-1:123456789012:task/2",
          ],
        },
      ],
    },
    WorkflowVersion: {
      filledBy: [{ Id: member("workflowId"), VersionName: member("versionName") }],
      because: "a version has its name below its workflow",
      see: "https://docs.aws.amazon.com/omics/latest/api/API_GetWorkflowVersion.html",
      examples: [
        {
          operation: "GetWorkflowVersion",
          input: { workflowId: "1", versionName: "v" },
          permits: [
            "omics:GetWorkflowVersion arn:aws:omics:us-east-1:123456789012:workflow/1 + arn:aws:omics:us-east-1:123456789012:workflow/1/version/v",
          ],
        },
      ],
    },
    AnnotationStore: {
      filledBy: [{ AnnotationStoreName: firstOf(member("name"), member("destinationName")) }],
      because: "a store is named as the destination of an import, too",
      see: "https://docs.aws.amazon.com/omics/latest/api/API_StartAnnotationImportJob.html",
      examples: [
        {
          operation: "DeleteAnnotationStoreVersions",
          input: { name: "s", versions: ["v"] },
          permits: [
            "omics:DeleteAnnotationStoreVersions arn:aws:omics:us-east-1:123456789012:annotationStore/s + arn:aws:omics:us-east-1:123456789012:annotationStore/s/version/v",
          ],
        },
      ],
    },
    AnnotationStoreVersion: {
      filledBy: [
        {
          AnnotationStoreName: firstOf(member("name"), member("destinationName")),
          AnnotationStoreVersionName: firstOf(member("versionName"), member("versions[]")),
        },
      ],
      because: "a version has its name below its store",
      see: "https://docs.aws.amazon.com/omics/latest/api/API_GetAnnotationStoreVersion.html",
      examples: [
        {
          operation: "GetAnnotationStoreVersion",
          input: { name: "s", versionName: "v" },
          permits: ["omics:GetAnnotationStoreVersion arn:aws:omics:us-east-1:123456789012:annotationStore/s/version/v"],
        },
      ],
    },
    VariantStore: {
      filledBy: [{ VariantStoreName: firstOf(member("name"), member("variantStoreName"), member("destinationName")) }],
      because: "a store is named as the destination of an import, too",
      see: "https://docs.aws.amazon.com/omics/latest/api/API_StartVariantImportJob.html",
      examples: [
        {
          operation: "StartVariantImportJob",
          input: { destinationName: "s" },
          permits: ["omics:StartVariantImportJob arn:aws:omics:us-east-1:123456789012:variantStore/s"],
        },
      ],
    },
    readSet: {
      filledBy: [{ SequenceStoreId: member("sequenceStoreId"), ReadSetId: firstOf(member("id"), member("ids[]")) }],
      because: "a read set has its id below its sequence store",
      see: "https://docs.aws.amazon.com/omics/latest/api/API_GetReadSetMetadata.html",
      examples: [
        {
          operation: "GetReadSetMetadata",
          input: { sequenceStoreId: "1", id: "2" },
          permits: [
            "omics:GetReadSetMetadata arn:aws:omics:us-east-1:123456789012:sequenceStore/1 + arn:aws:omics:us-east-1:123456789012:sequenceStore/1/readSet/2",
          ],
        },
      ],
    },
    reference: {
      filledBy: [{ ReferenceStoreId: member("referenceStoreId"), ReferenceId: member("id") }],
      because: "a reference has its id below its store",
      see: "https://docs.aws.amazon.com/omics/latest/api/API_GetReferenceMetadata.html",
      examples: [
        {
          operation: "GetReferenceMetadata",
          input: { referenceStoreId: "1", id: "2" },
          permits: [
            "omics:GetReferenceMetadata arn:aws:omics:us-east-1:123456789012:referenceStore/1 + arn:aws:omics:us-east-1:123456789012:referenceStore/1/reference/2",
          ],
        },
      ],
    },
  },
  operations: {
    StartRun: {
      authorizedActions: [
        {
          action: "omics:StartRun",
          resource: bothOf(
            newResource("run"),
            namedIn("run", "Id", "runId"),
            namedIn("workflow", "Id", "workflowId"),
            namedIn("runGroup", "Id", "runGroupId"),
            namedIn("runCache", "Id", "cacheId"),
            namedIn("configuration", "Name", "configurationName"),
          ),
        },
      ],
      because: "a run is started of a workflow, in a group, with a cache",
      see: "https://docs.aws.amazon.com/omics/latest/api/API_StartRun.html",
      examples: [
        {
          input: { runId: "9", configurationName: "private" },
          permits: [
            "omics:StartRun arn:aws:omics:us-east-1:123456789012:configuration/private + arn:aws:omics:us-east-1:123456789012:run/9",
            "omics:StartRun arn:aws:omics:us-east-1:123456789012:run/*",
          ],
        },
        {
          input: { workflowId: "1", runGroupId: "2", cacheId: "3", name: "first" },
          permits: [
            "omics:StartRun arn:aws:omics:us-east-1:123456789012:run/*",
            "omics:StartRun arn:aws:omics:us-east-1:123456789012:runCache/3 + arn:aws:omics:us-east-1:123456789012:runGroup/2 + arn:aws:omics:us-east-1:123456789012:workflow/1",
          ],
        },
      ],
    },
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
          see: `https://docs.aws.amazon.com/omics/latest/api/API_${operation}.html`,
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
