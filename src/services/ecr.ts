/** Amazon ECR: what refers to an image is read as images are. */
import { defineService } from "./define-service.ts";

export default defineService({
  sdkId: "ECR",
  operations: {
    ListImageReferrers: {
      authorizedActions: [{ action: "ecr:BatchGetImage" }],
      because: "what refers to an image may be listed by who may read images of the repository",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerregistry.html",
      examples: [
        {
          input: { repositoryName: "web", subjectId: { imageDigest: "sha256:0a" } },
          permits: ["ecr:BatchGetImage arn:aws:ecr:us-east-1:123456789012:repository/web"],
        },
      ],
    },
  },
});
