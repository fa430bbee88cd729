/** S3 Control: account settings, access points, batch jobs and access grants; Outposts and directory buckets are variants. */
import { authorizedAs, defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { everyResource, filled, typed, untoldResource } from "./rule-resource.ts";
import { captured, member, unknownPart } from "./rule-value.ts";
import accessGrants from "./s3control-access-grants.ts";
import directoryBuckets from "./s3control-directory-buckets.ts";
import outposts from "./s3control-outposts.ts";

export default defineService({
  sdkId: "S3 Control",
  variants: [outposts, directoryBuckets],
  resources: {
    multiregionaccesspoint: {
      filledBy: [
        { AccessPointAlias: captured(member("Mrap"), /^(?:arn:[^/]+\/)?([^/]+\.mrap)$/) },
        { AccessPointAlias: unknownPart("*", "id-assigned-by-aws", "the alias, which is another than the name") },
      ],
      because: "a multi-region access point's ARN holds its alias, which its name does not tell",
      see: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPointPermissions.html",
      examples: [
        {
          operation: "GetMultiRegionAccessPoint",
          input: { Name: "family" },
          permits: ["s3:GetMultiRegionAccessPoint arn:aws:s3::123456789012:accesspoint/*"],
        },
        {
          operation: "GetMultiRegionAccessPointRoutes",
          input: { Mrap: "arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap" },
          permits: ["s3:GetMultiRegionAccessPointRoutes arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap"],
        },
        {
          operation: "SubmitMultiRegionAccessPointRoutes",
          input: { Mrap: "mfzwi23gnjvgw.mrap" },
          permits: ["s3:SubmitMultiRegionAccessPointRoutes arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap"],
        },
      ],
    },
  },
  operations: {
    ...accessGrants,
    ...authorizedAs(
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
    ...authorizedAs(
      {
        GetBucketLifecycleConfiguration: "GetLifecycleConfiguration",
        PutBucketLifecycleConfiguration: "PutLifecycleConfiguration",
        DeleteBucketLifecycleConfiguration: "PutLifecycleConfiguration",
        GetBucketReplication: "GetReplicationConfiguration",
        PutBucketReplication: "PutReplicationConfiguration",
        DeleteBucketReplication: "PutReplicationConfiguration",
        DeleteBucketTagging: "PutBucketTagging",
      },
      {
        servicePrefix: "s3",
        resource: typed("bucket"),
        because: "configurations of a bucket have actions of their own names, and setting one includes removing it",
        see: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html",
        example: { input: { AccountId: "123456789012", Bucket: "album" }, on: "arn:aws:s3:::album" },
      },
    ),
    ...authorizedAs(
      {
        GetAccessPointScope: "GetAccessPointScope",
        PutAccessPointScope: "PutAccessPointScope",
        DeleteAccessPointScope: "DeleteAccessPointScope",
      },
      {
        servicePrefix: "s3express",
        resource: filled("accesspoint", { AccessPointName: member("Name") }),
        because: "only access points of directory buckets have a scope",
        see: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-directory-buckets-manage-scope.html",
        example: {
          input: { Name: "family--use1-az4--xa-s3" },
          on: "arn:aws:s3express:us-east-1:123456789012:accesspoint/family--use1-az4--xa-s3",
        },
      },
    ),
    ...authorizedAs(
      { ListAccessPointsForDirectoryBuckets: "ListAccessPointsForDirectoryBuckets" },
      {
        servicePrefix: "s3express",
        resource: everyResource,
        because: "access points of directory buckets have actions of their own",
        see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_ListAccessPointsForDirectoryBuckets.html",
        example: { input: { AccountId: "123456789012" }, on: "*" },
      },
    ),
    CreateJob: {
      authorizedActions: [
        { action: "s3:CreateJob" },
        {
          action: "s3:PutJobTagging",
          resource: untoldResource("id-assigned-by-aws", "the job has no id before it is made"),
          when: whenMember("Tags"),
          origin: "dependent",
          because: "the new job is tagged",
        },
      ],
      because: "tags of batch jobs have an action of their own",
      see: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-iam-role-policies.html",
      examples: [
        { input: { AccountId: "123456789012" }, permits: ["s3:CreateJob *"] },
        {
          input: { AccountId: "123456789012", Tags: [{ Key: "a", Value: "b" }] },
          permits: ["s3:CreateJob *", "s3:PutJobTagging *"],
        },
      ],
    },
    PutStorageLensConfiguration: {
      authorizedActions: [
        { action: "s3:PutStorageLensConfiguration" },
        {
          action: "s3:PutStorageLensConfigurationTagging",
          when: whenMember("Tags"),
          origin: "dependent",
          because: "the configuration is tagged",
        },
      ],
      because: "tags of Storage Lens configurations have an action of their own",
      see: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage_lens_iam_permissions.html",
      examples: [
        { input: { ConfigId: "all" }, permits: ["s3:PutStorageLensConfiguration *"] },
        {
          input: { ConfigId: "all", Tags: [{ Key: "a", Value: "b" }] },
          permits: [
            "s3:PutStorageLensConfiguration *",
            "s3:PutStorageLensConfigurationTagging arn:aws:s3:us-east-1:123456789012:storage-lens/all",
          ],
        },
      ],
    },
  },
});
