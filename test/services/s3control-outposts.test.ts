import { expect, test } from "vitest";
import outposts from "../../src/services/s3control-outposts.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf({ ...outposts, sdkId: "S3 Control" });
const OUTPOST = "arn:aws:s3-outposts:us-east-1:123456789012:outpost";

test.each([
  [`${OUTPOST}/op-01/bucket/album`, `${OUTPOST}/op-01/bucket/album`],
  [`${OUTPOST}:op-01:bucket:album`, `${OUTPOST}/op-01/bucket/album`],
])("the bucket %s is one of its Outpost", (Bucket, arn) => {
  expect(permits("GetBucketPolicy", { Bucket })).toEqual([`s3-outposts:GetBucketPolicy ${arn}`]);
});

test("an access point's ARN is no bucket's", () => {
  expect(permits("GetBucketPolicy", { Bucket: `${OUTPOST}/op-01/accesspoint/family` })[0]).toContain("/bucket/*");
});
