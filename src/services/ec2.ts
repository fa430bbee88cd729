/** Amazon EC2: launches, tags of what is made, and resources that go by other names than their types. */
import { defineService } from "./define-service.ts";
import changes from "./ec2-changes.ts";
import creations from "./ec2-creations.ts";
import keys from "./ec2-keys.ts";
import launchTemplates from "./ec2-launch-templates.ts";
import launches from "./ec2-launches.ts";
import members from "./ec2-members.ts";
import resources from "./ec2-resource-types.ts";
import tags from "./ec2-tags.ts";
import { whenMember } from "./rule-condition.ts";
import { newResource } from "./rule-resource.ts";
import { member, ofCall } from "./rule-value.ts";

export default defineService({
  sdkId: "EC2",
  resources,
  operations: { ...launches, ...launchTemplates, ...creations, ...members, ...changes, ...tags },
  besides: [
    ...keys,
    {
      authorizedActions: [
        {
          action: "ec2:CreateTags",
          origin: "dependent",
          forEach: "TagSpecifications[]",
          when: whenMember("TagSpecifications[].Tags[]"),
          resource: newResource(member("TagSpecifications[].ResourceType")),
          conditions: { StringEquals: { "ec2:CreateAction": ofCall("operation") } },
        },
      ],
      because: "the request tags what it makes, and AWS checks ec2:CreateTags on each type that is tagged",
      see: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html",
      examples: [
        {
          operation: "CreateVolume",
          input: {
            SnapshotId: "snap-1",
            TagSpecifications: [{ ResourceType: "volume", Tags: [{ Key: "team", Value: "a" }] }],
          },
          permits: [
            "ec2:CreateVolume arn:aws:ec2:us-east-1:123456789012:volume/*",
            "ec2:CreateVolume arn:aws:ec2:us-east-1::snapshot/snap-1",
            "ec2:CreateTags arn:aws:ec2:us-east-1:123456789012:volume/* if ec2:CreateAction = CreateVolume",
          ],
        },
        {
          operation: "CreateVolume",
          input: { TagSpecifications: [{ ResourceType: "volume" }] },
          permits: ["ec2:CreateVolume arn:aws:ec2:us-east-1:123456789012:volume/*"],
        },
      ],
    },
  ],
});
