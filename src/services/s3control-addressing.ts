/** Where S3 Control is found: hosts that begin with the account, and Outposts, whose id travels in a header. */
import { defineAddressing } from "./define-addressing.ts";

const ACCOUNT_IN_HOST = { binds: { AccountId: ["{AccountId}"] } } as const;

/** See https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_AWS_S3_Control.html and the endpoint rules of the SDKs. */
export const s3ControlAddressing = defineAddressing({
  sdkId: "S3 Control",
  signingNames: ["s3-outposts", "s3express"],
  hosts: [
    { form: "{AccountId}.s3-control", ...ACCOUNT_IN_HOST },
    { form: "{AccountId}.control.vpce-{Endpoint}.s3", ...ACCOUNT_IN_HOST },
    { form: "control.vpce-{Endpoint}.s3" },
    { form: "s3-control" },
    { form: "{AccountId}.s3-outposts", ...ACCOUNT_IN_HOST },
    { form: "s3-outposts" },
    { form: "{AccountId}.s3express-control", ...ACCOUNT_IN_HOST },
    { form: "s3express-control" },
  ],
  rewrites: [
    {
      header: "x-amz-outpost-id",
      binds: {
        Bucket: ["arn:{Partition}:s3-outposts:{Region}:{AccountId}:outpost/{Header}/bucket/{Value}"],
        Name: ["arn:{Partition}:s3-outposts:{Region}:{AccountId}:outpost/{Header}/accesspoint/{Value}"],
      },
    },
  ],
});
