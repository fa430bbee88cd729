/** Amazon S3 Vectors: what is stored with a vector is shown to those alone who may read vectors. */
import { defineService } from "./define-service.ts";
import { anyOf, whenMember, whenMemberEquals } from "./rule-condition.ts";

const INDEX = "arn:aws:s3vectors:us-east-1:123456789012:bucket/media/index/films";

export default defineService({
  sdkId: "S3Vectors",
  operations: {
    QueryVectors: {
      authorizedActions: [
        { action: "s3vectors:QueryVectors" },
        {
          action: "s3vectors:GetVectors",
          when: anyOf(whenMember("filter"), whenMemberEquals("returnMetadata", true)),
          origin: "dependent",
          because: "metadata is searched or shown",
        },
      ],
      because: "keys and distances alone need no permission to read vectors, metadata does",
      see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_S3VectorBuckets_QueryVectors.html",
      examples: [
        {
          input: { vectorBucketName: "media", indexName: "films", topK: 3 },
          permits: [`s3vectors:QueryVectors ${INDEX}`],
        },
        {
          input: { vectorBucketName: "media", indexName: "films", topK: 3, returnMetadata: true },
          permits: [`s3vectors:QueryVectors ${INDEX}`, `s3vectors:GetVectors ${INDEX}`],
        },
        {
          input: { indexArn: INDEX, topK: 3, filter: { genre: "drama" } },
          permits: [`s3vectors:QueryVectors ${INDEX}`, `s3vectors:GetVectors ${INDEX}`],
        },
      ],
    },
    ListVectors: {
      authorizedActions: [
        { action: "s3vectors:ListVectors" },
        {
          action: "s3vectors:GetVectors",
          when: anyOf(whenMemberEquals("returnData", true), whenMemberEquals("returnMetadata", true)),
          origin: "dependent",
          because: "vectors or their metadata are shown",
        },
      ],
      because: "keys alone need no permission to read vectors",
      see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_S3VectorBuckets_ListVectors.html",
      examples: [
        {
          input: { vectorBucketName: "media", indexName: "films" },
          permits: [`s3vectors:ListVectors ${INDEX}`],
        },
        {
          input: { vectorBucketName: "media", indexName: "films", returnData: true },
          permits: [`s3vectors:ListVectors ${INDEX}`, `s3vectors:GetVectors ${INDEX}`],
        },
      ],
    },
  },
});
