/** Amazon Athena: queries belong to a workgroup, and run with the caller's permissions on the Data Catalog and on S3. */
import { READS_CATALOG } from "./athena-statements.ts";
import { defineService } from "./define-service.ts";
import { usesKey } from "./kms-key.ts";
import { whenMemberEquals, whenMemberMatches } from "./rule-condition.ts";
import { bothOf, filled, typed } from "./rule-resource.ts";
import { firstOf, member, unknownPart } from "./rule-value.ts";
import { bucketOf, objectsBelow } from "./s3-uri.ts";

export default defineService({
  sdkId: "Athena",
  operations: {
    StartQueryExecution: {
      authorizedActions: [
        {
          action: "athena:StartQueryExecution",
          resource: filled("workgroup", { WorkGroupName: firstOf(member("WorkGroup"), "primary") }),
        },
        ...READS_CATALOG,
        {
          action: ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"],
          resource: bucketOf(member("ResultConfiguration.OutputLocation")),
          when: whenMemberMatches("ResultConfiguration.OutputLocation", /^s3:/),
          origin: "forward-access",
          because: "the result is put into the bucket that the request names, with the caller's permissions",
        },
        {
          action: ["s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"],
          resource: objectsBelow(member("ResultConfiguration.OutputLocation")),
          when: whenMemberMatches("ResultConfiguration.OutputLocation", /^s3:/),
          origin: "forward-access",
          because: "the result is put where the request says, with the caller's permissions",
        },
        ...usesKey({
          path: "ResultConfiguration.EncryptionConfiguration.KmsKey",
          actions: ["GenerateDataKey", "Decrypt"],
          via: "s3",
        }),
      ],
      because: "a query runs in the workgroup that it names, or in the primary one",
      see: "https://docs.aws.amazon.com/athena/latest/ug/fine-grained-access-to-glue-resources.html",
      examples: [
        {
          input: { QueryString: "SELECT 1", WorkGroup: "films" },
          permits: [
            "athena:StartQueryExecution arn:aws:athena:us-east-1:123456789012:workgroup/films",
            "glue:GetDatabase arn:aws:glue:us-east-1:123456789012:catalog + arn:aws:glue:us-east-1:123456789012:database/default",
          ],
        },
        {
          input: {
            QueryString: 'SELECT name FROM "credits" WHERE year = 1999',
            QueryExecutionContext: { Database: "films" },
            ResultConfiguration: { OutputLocation: "s3://results/films/" },
          },
          permits: [
            "athena:StartQueryExecution arn:aws:athena:us-east-1:123456789012:workgroup/primary",
            "glue:GetDatabase arn:aws:glue:us-east-1:123456789012:catalog + arn:aws:glue:us-east-1:123456789012:database/default + arn:aws:glue:us-east-1:123456789012:database/films",
            "glue:GetPartitions arn:aws:glue:us-east-1:123456789012:catalog + arn:aws:glue:us-east-1:123456789012:database/films + arn:aws:glue:us-east-1:123456789012:table/films/credits",
            "glue:GetTable arn:aws:glue:us-east-1:123456789012:catalog + arn:aws:glue:us-east-1:123456789012:database/films + arn:aws:glue:us-east-1:123456789012:table/films/credits",
            "s3:AbortMultipartUpload arn:aws:s3:::results/films/*",
            "s3:GetBucketLocation arn:aws:s3:::results",
            "s3:GetObject arn:aws:s3:::results/films/*",
            "s3:ListBucket arn:aws:s3:::results",
            "s3:ListBucketMultipartUploads arn:aws:s3:::results",
            "s3:ListMultipartUploadParts arn:aws:s3:::results/films/*",
            "s3:PutObject arn:aws:s3:::results/films/*",
          ],
        },
      ],
    },
    CreateNamedQuery: {
      authorizedActions: [
        {
          action: "athena:CreateNamedQuery",
          resource: filled("workgroup", { WorkGroupName: firstOf(member("WorkGroup"), "primary") }),
        },
      ],
      because: "a query without a workgroup is kept in the primary one",
      see: "https://docs.aws.amazon.com/athena/latest/APIReference/API_CreateNamedQuery.html",
      examples: [
        {
          input: { Name: "q", Database: "films", QueryString: "SELECT 1" },
          permits: ["athena:CreateNamedQuery arn:aws:athena:us-east-1:123456789012:workgroup/primary"],
        },
      ],
    },
    ListNamedQueries: {
      authorizedActions: [
        {
          action: "athena:ListNamedQueries",
          resource: filled("workgroup", { WorkGroupName: firstOf(member("WorkGroup"), "primary") }),
        },
      ],
      because: "without a workgroup the queries of the primary one are listed",
      see: "https://docs.aws.amazon.com/athena/latest/APIReference/API_ListNamedQueries.html",
      examples: [
        { input: {}, permits: ["athena:ListNamedQueries arn:aws:athena:us-east-1:123456789012:workgroup/primary"] },
      ],
    },
    ListQueryExecutions: {
      authorizedActions: [
        {
          action: "athena:ListQueryExecutions",
          resource: filled("workgroup", { WorkGroupName: firstOf(member("WorkGroup"), "primary") }),
        },
      ],
      because: "without a workgroup the executions of the primary one are listed",
      see: "https://docs.aws.amazon.com/athena/latest/APIReference/API_ListQueryExecutions.html",
      examples: [
        { input: {}, permits: ["athena:ListQueryExecutions arn:aws:athena:us-east-1:123456789012:workgroup/primary"] },
      ],
    },
    StartSession: {
      authorizedActions: [
        { action: "athena:StartSession", resource: typed("workgroup") },
        {
          action: "athena:ListTagsForResource",
          resource: typed("workgroup"),
          when: whenMemberEquals("CopyWorkGroupTags", true, "true"),
          origin: "dependent",
          because: "the session takes the workgroup's tags",
        },
      ],
      because: "a session runs in a workgroup, whose tags it may take",
      see: "https://docs.aws.amazon.com/athena/latest/APIReference/API_StartSession.html",
      examples: [
        {
          input: { WorkGroup: "films", CopyWorkGroupTags: true },
          permits: [
            "athena:StartSession arn:aws:athena:us-east-1:123456789012:workgroup/films",
            "athena:ListTagsForResource arn:aws:athena:us-east-1:123456789012:workgroup/films",
          ],
        },
        {
          input: { WorkGroup: "films" },
          permits: ["athena:StartSession arn:aws:athena:us-east-1:123456789012:workgroup/films"],
        },
      ],
    },
    UpdateNotebookMetadata: {
      authorizedActions: [
        {
          action: "athena:UpdateNotebookMetadata",
          resource: filled("workgroup", {
            WorkGroupName: unknownPart("*", "no-resource-in-input", "a notebook does not tell its workgroup"),
          }),
        },
      ],
      because: "the name is the notebook's new one, and its id does not tell the workgroup",
      see: "https://docs.aws.amazon.com/athena/latest/APIReference/API_UpdateNotebookMetadata.html",
      examples: [
        {
          input: { NotebookId: "a1b2", Name: "new" },
          permits: ["athena:UpdateNotebookMetadata arn:aws:athena:us-east-1:123456789012:workgroup/*"],
        },
      ],
    },
    PutCapacityAssignmentConfiguration: {
      authorizedActions: [
        {
          action: "athena:PutCapacityAssignmentConfiguration",
          resource: bothOf(
            filled("capacity-reservation", { CapacityReservationName: member("CapacityReservationName") }),
            filled("workgroup", { WorkGroupName: member("CapacityAssignments[].WorkGroupNames[]") }),
          ),
        },
      ],
      because: "capacity is assigned to the workgroups of each assignment",
      see: "https://docs.aws.amazon.com/athena/latest/APIReference/API_PutCapacityAssignmentConfiguration.html",
      examples: [
        {
          input: { CapacityReservationName: "r", CapacityAssignments: [{ WorkGroupNames: ["films"] }] },
          permits: [
            "athena:PutCapacityAssignmentConfiguration arn:aws:athena:us-east-1:123456789012:capacity-reservation/r + arn:aws:athena:us-east-1:123456789012:workgroup/films",
          ],
        },
      ],
    },
  },
});
