/** Amazon EC2 Auto Scaling: groups by name in tags, launches that are tried with the caller's permissions, instance profiles. */

import { launchesFrom } from "./auto-scaling-launches.ts";
import { defineService } from "./define-service.ts";
import { passesProfileIn } from "./instance-profile.ts";
import { filled } from "./rule-resource.ts";
import { eachOf, member, unknownPart } from "./rule-value.ts";

export default defineService({
  sdkId: "Auto Scaling",
  resources: {
    autoScalingGroup: {
      filledBy: [
        {
          GroupId: unknownPart("*", "no-resource-in-input", "GroupId of autoScalingGroup"),
          GroupFriendlyName: eachOf(member("AutoScalingGroupName"), member("AutoScalingGroupNames[]")),
        },
      ],
      because: "a group's ARN holds an id that AWS chose beside its name, and no other group's",
      see: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/control-access-using-iam.html",
      examples: [
        {
          operation: "CreateAutoScalingGroup",
          input: { AutoScalingGroupName: "web", PlacementGroup: "near" },
          permits: [
            "autoscaling:CreateAutoScalingGroup arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:*:autoScalingGroupName/web",
          ],
        },
      ],
    },
  },
  operations: {
    CreateLaunchConfiguration: {
      authorizedActions: [
        { action: "autoscaling:CreateLaunchConfiguration" },
        passesProfileIn(["IamInstanceProfile"], []),
      ],
      because: "the instance profile hands its role to the instances",
      see: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/us-iam-role.html",
      examples: [
        {
          input: { LaunchConfigurationName: "web", IamInstanceProfile: "web" },
          permits: [
            "autoscaling:CreateLaunchConfiguration arn:aws:autoscaling:us-east-1:123456789012:launchConfiguration:*:launchConfigurationName/web",
            "iam:PassRole arn:aws:iam::123456789012:role/* if iam:PassedToService = ec2.amazonaws.com",
          ],
        },
        {
          input: { LaunchConfigurationName: "web" },
          permits: [
            "autoscaling:CreateLaunchConfiguration arn:aws:autoscaling:us-east-1:123456789012:launchConfiguration:*:launchConfigurationName/web",
          ],
        },
      ],
    },
    CreateOrUpdateTags: {
      authorizedActions: [
        {
          action: "autoscaling:CreateOrUpdateTags",
          resource: filled("autoScalingGroup", {
            GroupId: unknownPart("*", "id-assigned-by-aws", "a group's ARN holds an id beside its name"),
            GroupFriendlyName: member("Tags[].ResourceId"),
          }),
        },
      ],
      because: "each tag names its group",
      see: "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateOrUpdateTags.html",
      examples: [
        {
          input: { Tags: [{ ResourceId: "web", ResourceType: "auto-scaling-group", Key: "team", Value: "a" }] },
          permits: [
            "autoscaling:CreateOrUpdateTags arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:*:autoScalingGroupName/web",
          ],
        },
      ],
    },
    DeleteTags: {
      authorizedActions: [
        {
          action: "autoscaling:DeleteTags",
          resource: filled("autoScalingGroup", {
            GroupId: unknownPart("*", "id-assigned-by-aws", "a group's ARN holds an id beside its name"),
            GroupFriendlyName: member("Tags[].ResourceId"),
          }),
        },
      ],
      because: "each tag names its group",
      see: "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_DeleteTags.html",
      examples: [
        {
          input: { Tags: [{ ResourceId: "web", Key: "team" }] },
          permits: [
            "autoscaling:DeleteTags arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:*:autoScalingGroupName/web",
          ],
        },
      ],
    },
  },
  besides: [
    {
      authorizedActions: launchesFrom(
        "LaunchTemplate",
        "MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification",
        "DesiredConfiguration.LaunchTemplate",
        "DesiredConfiguration.MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification",
      ),
      because: "a group takes a launch template only if the caller may launch instances from it",
      see: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-launch-template-permissions.html",
      examples: [
        {
          operation: "UpdateAutoScalingGroup",
          input: { AutoScalingGroupName: "web", LaunchTemplate: { LaunchTemplateId: "lt-1" } },
          permits: [
            "autoscaling:UpdateAutoScalingGroup arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:*:autoScalingGroupName/web",
            "ec2:RunInstances * if ec2:LaunchTemplate = arn:aws:ec2:us-east-1:123456789012:launch-template/lt-1",
            "iam:PassRole arn:aws:iam::123456789012:role/* if iam:PassedToService = ec2.amazonaws.com",
          ],
        },
        {
          operation: "UpdateAutoScalingGroup",
          input: { AutoScalingGroupName: "web", LaunchConfigurationName: "old" },
          permits: [
            "autoscaling:UpdateAutoScalingGroup arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:*:autoScalingGroupName/web",
          ],
        },
      ],
    },
  ],
});
