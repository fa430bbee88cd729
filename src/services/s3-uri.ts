/** Places in S3 that a request to another API names as `s3://bucket/prefix`, and what that API does there for the caller. */
import { filled, type ResourceRule } from "./rule-resource.ts";
import { captured, joined, type RuleValue, unknownPart } from "./rule-value.ts";

const BUCKET = /^s3:\/\/([^/]+)/;
const PREFIX = /^s3:\/\/[^/]+\/(.*[^/])\/*$/;

const belowWildcard = (pattern: string): RuleValue =>
  unknownPart(pattern, "key-chosen-by-aws", "AWS names the objects below the place that the request gives");

/** All objects below the prefix, or of the bucket where there is none. */
export const objectsBelow = (uri: RuleValue): ResourceRule =>
  filled(
    "object",
    { BucketName: captured(uri, BUCKET), ObjectName: joined(captured(uri, PREFIX), belowWildcard("/*")) },
    { BucketName: captured(uri, BUCKET), ObjectName: belowWildcard("*") },
  );

/** The one object that the URI names. */
export const objectAt = (uri: RuleValue): ResourceRule =>
  filled("object", { BucketName: captured(uri, BUCKET), ObjectName: captured(uri, /^s3:\/\/[^/]+\/(.+)$/) });

export const bucketOf = (uri: RuleValue): ResourceRule => filled("bucket", { BucketName: captured(uri, BUCKET) });
