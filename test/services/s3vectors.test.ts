import { expect, test } from "vitest";
import rules from "../../src/services/s3vectors.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a query that declines metadata reads no vectors", () => {
  const input = { vectorBucketName: "media", indexName: "films", returnMetadata: false };
  expect(permits("QueryVectors", input).join()).not.toContain("s3vectors:GetVectors");
});
