/** S3 under other signing names: directory buckets, Object Lambda access points, buckets on Outposts. */
import type { RuleVariant } from "./define-service.ts";
import directoryBuckets from "./s3-directory-buckets.ts";
import objectLambda from "./s3-object-lambda.ts";
import outposts from "./s3-outposts-buckets.ts";

export default [directoryBuckets, objectLambda, outposts] satisfies readonly RuleVariant[];
