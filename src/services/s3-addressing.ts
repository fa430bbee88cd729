/** Where S3 is found: path style, virtual hosts, access points of all kinds, directory buckets, VPC endpoints, stand-ins. */
import { defineAddressing } from "./define-addressing.ts";

const ACCESS_POINT = ["arn:{Partition}:s3:{Region}:{AccountId}:accesspoint/{Name}"];

const BUCKET_IN_HOST = { binds: { Bucket: ["{Bucket}"] }, holds: "Bucket" } as const;

/**
 * See https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-naming.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html and the endpoint rules of the SDKs.
 */
export const s3Addressing = defineAddressing({
  sdkId: "S3",
  signingNames: ["s3express", "s3-object-lambda", "s3-outposts"],
  hosts: [
    { form: "{Name}-{AccountId}.s3-accesspoint", binds: { Bucket: ACCESS_POINT }, holds: "Bucket" },
    { form: "{Name}-{AccountId}.accesspoint.vpce-{Endpoint}.s3", binds: { Bucket: ACCESS_POINT }, holds: "Bucket" },
    {
      form: "{Alias}.mrap.accesspoint.s3-global",
      binds: { Bucket: ["arn:{Partition}:s3::{CallerAccount}:accesspoint/{Alias}.mrap", "{Alias}.mrap"] },
      holds: "Bucket",
    },
    {
      form: "{Name}-{AccountId}.s3-object-lambda",
      binds: { Bucket: ["arn:{Partition}:s3-object-lambda:{Region}:{AccountId}:accesspoint/{Name}"] },
      holds: "Bucket",
    },
    { form: "{RequestRoute}.s3-object-lambda" },
    { form: "s3-object-lambda" },
    {
      form: "{Name}-{AccountId}.{OutpostId}.s3-outposts",
      binds: { Bucket: ["arn:{Partition}:s3-outposts:{Region}:{AccountId}:outpost/{OutpostId}/accesspoint/{Name}"] },
      holds: "Bucket",
    },
    { form: "{Bucket}.{Hardware}.s3-outposts", ...BUCKET_IN_HOST },
    { form: "s3express-control" },
    { form: "{Bucket}.s3express-fips-{Zone}", ...BUCKET_IN_HOST },
    { form: "{Bucket}.s3express-{Zone}", ...BUCKET_IN_HOST },
    { form: "s3express-fips-{Zone}" },
    { form: "s3express-{Zone}" },
    { form: "{Bucket+}.s3-accelerate", ...BUCKET_IN_HOST },
    { form: "{Bucket+}.s3-website", ...BUCKET_IN_HOST },
    { form: "{Bucket+}.bucket.vpce-{Endpoint}.s3", ...BUCKET_IN_HOST },
    { form: "bucket.vpce-{Endpoint}.s3" },
    { form: "accesspoint.vpce-{Endpoint}.s3" },
    { form: "{Bucket+}.s3-external-1", ...BUCKET_IN_HOST },
    { form: "s3-external-1" },
    { form: "{Bucket+}.s3", ...BUCKET_IN_HOST, standIn: true },
    { form: "s3", standIn: true },
    { form: "{Bucket+}.localhost", ...BUCKET_IN_HOST, standIn: true },
  ],
  signedAs: { ListDirectoryBuckets: "s3express", WriteGetObjectResponse: "s3-object-lambda" },
  sessionHeader: "x-amz-s3session-token",
});
