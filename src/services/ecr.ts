/** Amazon ECR: what refers to an image is read as images are, and a repository may have a key of its own. */
import { defineService } from "./define-service.ts";
import { usesKey } from "./kms-key.ts";

export default defineService({
  sdkId: "ECR",
  operations: {
    CreateRepository: {
      authorizedActions: [
        { action: "ecr:CreateRepository" },
        ...usesKey({
          path: "encryptionConfiguration.kmsKey",
          actions: ["CreateGrant", "DescribeKey"],
          via: "ecr",
        }),
      ],
      because: "a repository under a customer managed key is granted the use of the key",
      see: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html",
      examples: [
        {
          input: { repositoryName: "web", encryptionConfiguration: { encryptionType: "KMS", kmsKey: "1234abcd" } },
          permits: [
            "ecr:CreateRepository arn:aws:ecr:us-east-1:123456789012:repository/web",
            ...["CreateGrant", "DescribeKey"].map(
              (name) =>
                `kms:${name} arn:aws:kms:us-east-1:123456789012:key/1234abcd if kms:ViaService = ecr.us-east-1.amazonaws.com`,
            ),
          ],
        },
        {
          input: { repositoryName: "web" },
          permits: ["ecr:CreateRepository arn:aws:ecr:us-east-1:123456789012:repository/web"],
        },
      ],
    },
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
