/** S3 Control: account settings, and buckets on Outposts under a prefix of their own. */
import { authorizedAs, defineService } from "./define-service.ts";
import { everyResource } from "./rule-resource.ts";

export default defineService({
  sdkId: "S3 Control",
  operations: authorizedAs(
    {
      GetPublicAccessBlock: "GetAccountPublicAccessBlock",
      PutPublicAccessBlock: "PutAccountPublicAccessBlock",
      DeletePublicAccessBlock: "PutAccountPublicAccessBlock",
    },
    {
      servicePrefix: "s3",
      resource: everyResource,
      because: "the block is a setting of the account, and setting it includes removing it",
      see: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
      example: { input: { AccountId: "123456789012" }, on: "*" },
    },
  ),
});
