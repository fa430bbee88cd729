/** Amazon Textract: documents in S3 are read with the permissions of the caller. */
import { defineService } from "./define-service.ts";
import { readsObject } from "./s3-object-reference.ts";

export default defineService({
  sdkId: "Textract",
  besides: [
    {
      authorizedActions: [...readsObject("Document.S3Object"), ...readsObject("DocumentLocation.S3Object")],
      because: "a document in S3 must be readable to the caller",
      see: "https://docs.aws.amazon.com/textract/latest/dg/API_S3Object.html",
      examples: [
        {
          operation: "StartDocumentTextDetection",
          input: { DocumentLocation: { S3Object: { Bucket: "letters", Name: "a.pdf" } } },
          permits: ["textract:StartDocumentTextDetection *", "s3:GetObject arn:aws:s3:::letters/a.pdf"],
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
