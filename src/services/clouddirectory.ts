/** Amazon Cloud Directory: a batch is authorized as itself, and as each kind of call that it holds. */
import { defineService } from "./define-service.ts";
import { anyOf, whenMember } from "./rule-condition.ts";

export default defineService({
  sdkId: "CloudDirectory",
  operations: {
    BatchRead: {
      authorizedActions: [
        { action: "clouddirectory:BatchRead" },
        ...[
          "GetLinkAttributes",
          "GetObjectAttributes",
          "GetObjectInformation",
          "ListAttachedIndices",
          "ListIncomingTypedLinks",
          "ListIndex",
          "ListObjectAttributes",
          "ListObjectChildren",
          "ListObjectParentPaths",
          "ListObjectParents",
          "ListObjectPolicies",
          "ListOutgoingTypedLinks",
          "ListPolicyAttachments",
          "LookupPolicy",
        ].map(
          (name) =>
            ({
              action: `clouddirectory:${name}`,
              when: whenMember(`Operations[].${name}`),
              origin: "dependent",
              because: "the batch holds a call of this kind",
            }) as const,
        ),
      ],
      because: "a batch is checked as what it holds, too",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonclouddirectory.html",
      examples: [
        {
          input: {
            DirectoryArn: "arn:aws:clouddirectory:us-east-1:123456789012:directory/d",
            Operations: [{ ListObjectChildren: { ObjectReference: { Selector: "/" } } }],
          },
          permits: [
            "clouddirectory:BatchRead arn:aws:clouddirectory:us-east-1:123456789012:directory/d",
            "clouddirectory:ListObjectChildren arn:aws:clouddirectory:us-east-1:123456789012:directory/d",
          ],
        },
      ],
    },
    BatchWrite: {
      authorizedActions: [
        { action: "clouddirectory:BatchWrite" },
        ...[
          "AddFacetToObject",
          "AttachPolicy",
          "AttachToIndex",
          "AttachTypedLink",
          "CreateIndex",
          "CreateObject",
          "DeleteObject",
          "DetachFromIndex",
          "DetachObject",
          "DetachTypedLink",
          "RemoveFacetFromObject",
          "UpdateLinkAttributes",
          "UpdateObjectAttributes",
        ].map(
          (name) =>
            ({
              action: `clouddirectory:${name}`,
              when: whenMember(`Operations[].${name}`),
              origin: "dependent",
              because: "the batch holds a call of this kind",
            }) as const,
        ),
        {
          action: "clouddirectory:AttachObject",
          when: anyOf(
            whenMember("Operations[].AttachObject"),
            whenMember("Operations[].CreateObject.ParentReference"),
            whenMember("Operations[].CreateIndex.ParentReference"),
          ),
          origin: "dependent",
          because: "the batch puts an object below another",
        },
      ],
      because: "a batch is checked as what it holds, too",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonclouddirectory.html",
      examples: [
        {
          input: {
            DirectoryArn: "arn:aws:clouddirectory:us-east-1:123456789012:directory/d",
            Operations: [{ CreateObject: { ParentReference: { Selector: "/" } } }],
          },
          permits: ["BatchWrite", "CreateObject", "AttachObject"].map(
            (name) => `clouddirectory:${name} arn:aws:clouddirectory:us-east-1:123456789012:directory/d`,
          ),
        },
        {
          input: {
            DirectoryArn: "arn:aws:clouddirectory:us-east-1:123456789012:directory/d",
            Operations: [{ DeleteObject: {} }],
          },
          permits: ["BatchWrite", "DeleteObject"].map(
            (name) => `clouddirectory:${name} arn:aws:clouddirectory:us-east-1:123456789012:directory/d`,
          ),
        },
      ],
    },
    ...Object.fromEntries(
      ["CreateObject", "CreateIndex"].map((operation) => [
        operation,
        {
          authorizedActions: [
            { action: `clouddirectory:${operation}` },
            {
              action: "clouddirectory:AttachObject",
              when: whenMember("ParentReference"),
              origin: "dependent",
              because: "the new object is put below another",
            },
          ],
          because: "an object that is put below another is attached to it",
          see: `https://docs.aws.amazon.com/clouddirectory/latest/APIReference/API_${operation}.html`,
          examples: [
            {
              input: {
                DirectoryArn: "arn:aws:clouddirectory:us-east-1:123456789012:directory/d",
                ParentReference: { Selector: "/" },
              },
              permits: [operation, "AttachObject"].map(
                (name) => `clouddirectory:${name} arn:aws:clouddirectory:us-east-1:123456789012:directory/d`,
              ),
            },
          ],
        } as const,
      ]),
    ),
  },
});
