/** EBS direct APIs: snapshots are EC2's, and so are their tags. */
import { defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { namedIn, newResource } from "./rule-resource.ts";

export default defineService({
  sdkId: "EBS",
  operations: {
    ListChangedBlocks: {
      authorizedActions: [
        {
          action: "ebs:ListChangedBlocks",
          resource: namedIn("snapshot", "SnapshotId", "FirstSnapshotId", "SecondSnapshotId"),
        },
      ],
      because: "two snapshots are compared",
      see: "https://docs.aws.amazon.com/ebs/latest/APIReference/API_ListChangedBlocks.html",
      examples: [
        {
          input: { FirstSnapshotId: "snap-1", SecondSnapshotId: "snap-2" },
          permits: [
            "ebs:ListChangedBlocks arn:aws:ec2:us-east-1::snapshot/snap-1 + arn:aws:ec2:us-east-1::snapshot/snap-2",
          ],
        },
      ],
    },
    StartSnapshot: {
      authorizedActions: [
        { action: "ebs:StartSnapshot" },
        {
          action: "ec2:CreateTags",
          resource: newResource("snapshot"),
          when: whenMember("Tags"),
          origin: "dependent",
          because: "the new snapshot is tagged",
        },
      ],
      because: "tags of the new snapshot are EC2's to give",
      see: "https://docs.aws.amazon.com/ebs/latest/userguide/ebsapi-permissions.html",
      examples: [
        {
          input: { VolumeSize: 8, ParentSnapshotId: "snap-0123" },
          permits: ["ebs:StartSnapshot arn:aws:ec2:us-east-1::snapshot/snap-0123"],
        },
        {
          input: { VolumeSize: 8, ParentSnapshotId: "snap-0123", Tags: [{ Key: "a", Value: "b" }] },
          permits: [
            "ebs:StartSnapshot arn:aws:ec2:us-east-1::snapshot/snap-0123",
            "ec2:CreateTags arn:aws:ec2:us-east-1::snapshot/*",
          ],
        },
      ],
    },
  },
});
