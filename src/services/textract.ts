/** Amazon Textract: documents in S3 are read with the permissions of the caller. */
import { defineService } from "./define-service.ts";
import { readsObject } from "./s3-object-reference.ts";

export default defineService({
  sdkId: "Textract",
  besides: [
    {
      authorizedActions: [
        ...readsObject("Document.S3Object"),
        ...readsObject("DocumentLocation.S3Object"),
        ...readsObject("DocumentPages[].S3Object").map((reads) => ({ ...reads, forEach: "DocumentPages[]" })),
      ],
      because: "a document in S3 must be readable to the caller",
      see: "https://docs.aws.amazon.com/textract/latest/dg/API_S3Object.html",
      examples: [
        {
          operation: "StartDocumentTextDetection",
          input: { DocumentLocation: { S3Object: { Bucket: "letters", Name: "a.pdf" } } },
          permits: ["textract:StartDocumentTextDetection *", "s3:GetObject arn:aws:s3:::letters/a.pdf"],
        },
        {
          operation: "AnalyzeID",
          input: {
            DocumentPages: [
              { S3Object: { Bucket: "front", Name: "a.jpg" } },
              { S3Object: { Bucket: "back", Name: "b.jpg" } },
            ],
          },
          permits: ["textract:AnalyzeID *", "s3:GetObject arn:aws:s3:::back/b.jpg + arn:aws:s3:::front/a.jpg"],
        },
        {
          operation: "DetectDocumentText",
          input: { Document: {} },
          permits: ["textract:DetectDocumentText *"],
        },
      ],
    },
  ],
});
