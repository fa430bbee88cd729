/** Amazon EC2: what is checked when instances are launched, or a launch is described for later. */
import { operationRules } from "./define-service.ts";
import { decidedElsewhere, imagesIn, launchResourcesIn, readsImageParameter } from "./ec2-launch-rules.ts";
import { passesInstanceProfile } from "./instance-profile.ts";
import { launchTemplatesIn } from "./launch-template.ts";
import { passesTemplateRole } from "./role-carriers.ts";
import { allOf, unlessMember, whenMember, whenMemberEquals } from "./rule-condition.ts";
import { bothOf, either, namedIn, newResource } from "./rule-resource.ts";
import { joined, member, ofCall } from "./rule-value.ts";

export default operationRules({
  RunInstances: {
    authorizedActions: [
      {
        action: "ec2:RunInstances",
        resource: bothOf(
          either(imagesIn("ImageId"), decidedElsewhere("image", "ImageId")),
          newResource("instance"),
          newResource("volume"),
          newResource("network-interface"),
          either(
            namedIn("subnet", "SubnetId", "SubnetId", "NetworkInterfaces[].SubnetId"),
            decidedElsewhere("subnet", "SubnetId"),
          ),
          either(
            namedIn("security-group", "SecurityGroupId", "SecurityGroupIds[]", "NetworkInterfaces[].Groups[]"),
            decidedElsewhere("security-group", "SecurityGroupId"),
          ),
          ...launchResourcesIn(""),
          launchTemplatesIn("LaunchTemplate"),
          namedIn(
            "capacity-reservation",
            "CapacityReservationId",
            "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
          ),
          namedIn("secondary-subnet", "SecondarySubnetId", "SecondaryInterfaces[].SecondarySubnetId"),
          namedIn(
            "group",
            "GroupName",
            "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationResourceGroupArn",
            "Placement.HostResourceGroupArn",
          ),
          namedIn("license-configuration", "LicenseConfigurationId", "LicenseSpecifications[].LicenseConfigurationArn"),
        ),
      },
      {
        action: "ec2:RunInstances",
        when: whenMember("ElasticGpuSpecification"),
        resource: newResource("elastic-gpu"),
      },
      {
        action: "ec2:RunInstances",
        when: whenMemberEquals("InstanceMarketOptions.MarketType", "spot"),
        resource: newResource("spot-instances-request"),
      },
      {
        action: "ec2:RunInstances",
        when: whenMember("SecondaryInterfaces"),
        resource: newResource("secondary-interface"),
      },
      readsImageParameter("ImageId"),
      passesInstanceProfile("IamInstanceProfile"),
      passesTemplateRole({
        when: allOf(whenMember("LaunchTemplate"), unlessMember("IamInstanceProfile")),
        principal: joined("ec2.", ofCall("dns-suffix")),
      }),
    ],
    because: "a launch is checked on every resource that it uses or makes",
    see: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html#iam-example-runinstances",
    examples: [
      {
        input: { ImageId: "ami-1", SubnetId: "subnet-1", SecurityGroupIds: ["sg-1", "sg-2"], KeyName: "k" },
        permits: [
          "ec2:RunInstances arn:aws:ec2:us-east-1:123456789012:key-pair/k + arn:aws:ec2:us-east-1:123456789012:security-group/sg-1 + arn:aws:ec2:us-east-1:123456789012:security-group/sg-2 + arn:aws:ec2:us-east-1:123456789012:subnet/subnet-1 + arn:aws:ec2:us-east-1::image/ami-1",
          "ec2:RunInstances arn:aws:ec2:us-east-1:123456789012:instance/*",
          "ec2:RunInstances arn:aws:ec2:us-east-1:123456789012:volume/*",
          "ec2:RunInstances arn:aws:ec2:us-east-1:123456789012:network-interface/*",
        ],
      },
      {
        input: {
          ImageId: "ami-1",
          SubnetId: "subnet-1",
          SecurityGroupIds: ["sg-1"],
          LaunchTemplate: { LaunchTemplateId: "lt-1" },
        },
        permits: [
          "ec2:RunInstances arn:aws:ec2:us-east-1:123456789012:launch-template/lt-1 + arn:aws:ec2:us-east-1:123456789012:security-group/sg-1 + arn:aws:ec2:us-east-1:123456789012:subnet/subnet-1 + arn:aws:ec2:us-east-1::image/ami-1",
          "ec2:RunInstances arn:aws:ec2:us-east-1:123456789012:instance/*",
          "ec2:RunInstances arn:aws:ec2:us-east-1:123456789012:volume/*",
          "ec2:RunInstances arn:aws:ec2:us-east-1:123456789012:network-interface/*",
          "iam:PassRole arn:aws:iam::123456789012:role/* if iam:PassedToService = ec2.amazonaws.com",
        ],
      },
      {
        input: {
          ImageId: "resolve:ssm:/golden/ami:3",
          LaunchTemplate: { LaunchTemplateId: "lt-1" },
          NetworkInterfaces: [{ NetworkInterfaceId: "eni-1", SubnetId: "subnet-1", Groups: ["sg-1"] }],
          IamInstanceProfile: { Name: "web" },
          InstanceMarketOptions: { MarketType: "spot" },
        },
        permits: [
          "ec2:RunInstances arn:aws:ec2:us-east-1::image/*",
          "ec2:RunInstances arn:aws:ec2:us-east-1:123456789012:instance/*",
          "ec2:RunInstances arn:aws:ec2:us-east-1:123456789012:volume/*",
          "ec2:RunInstances arn:aws:ec2:us-east-1:123456789012:network-interface/*",
          "ec2:RunInstances arn:aws:ec2:us-east-1:123456789012:spot-instances-request/*",
          "ec2:RunInstances arn:aws:ec2:us-east-1:123456789012:launch-template/lt-1 + arn:aws:ec2:us-east-1:123456789012:network-interface/eni-1 + arn:aws:ec2:us-east-1:123456789012:security-group/sg-1 + arn:aws:ec2:us-east-1:123456789012:subnet/subnet-1",
          "ssm:GetParameters arn:aws:ssm:us-east-1:123456789012:parameter/golden/ami",
          "iam:PassRole arn:aws:iam::123456789012:role/* if iam:PassedToService = ec2.amazonaws.com",
        ],
      },
    ],
  },
  RequestSpotInstances: {
    authorizedActions: [
      {
        action: "ec2:RequestSpotInstances",
        resource: bothOf(
          newResource("spot-instances-request"),
          imagesIn("LaunchSpecification.ImageId"),
          namedIn(
            "subnet",
            "SubnetId",
            "LaunchSpecification.SubnetId",
            "LaunchSpecification.NetworkInterfaces[].SubnetId",
          ),
          namedIn(
            "security-group",
            "SecurityGroupId",
            "LaunchSpecification.SecurityGroupIds[]",
            "LaunchSpecification.NetworkInterfaces[].Groups[]",
          ),
          ...launchResourcesIn("LaunchSpecification."),
        ),
      },
      passesInstanceProfile("LaunchSpecification.IamInstanceProfile"),
    ],
    because: "a Spot request is checked on what its launch specification names",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html",
    examples: [
      {
        input: {
          LaunchSpecification: {
            ImageId: "ami-1",
            SecurityGroupIds: ["sg-1"],
            IamInstanceProfile: { Arn: "arn:aws:iam::111122223333:instance-profile/web" },
          },
        },
        permits: [
          "ec2:RequestSpotInstances arn:aws:ec2:us-east-1:123456789012:spot-instances-request/*",
          "ec2:RequestSpotInstances arn:aws:ec2:us-east-1:123456789012:security-group/sg-1 + arn:aws:ec2:us-east-1::image/ami-1",
          "iam:PassRole arn:aws:iam::111122223333:role/* if iam:PassedToService = ec2.amazonaws.com",
        ],
      },
    ],
  },
  RequestSpotFleet: {
    authorizedActions: [
      {
        action: "ec2:RequestSpotFleet",
        resource: bothOf(
          newResource("spot-fleet-request"),
          imagesIn("SpotFleetRequestConfig.LaunchSpecifications[].ImageId"),
          namedIn(
            "subnet",
            "SubnetId",
            "SpotFleetRequestConfig.LaunchSpecifications[].SubnetId",
            "SpotFleetRequestConfig.LaunchSpecifications[].NetworkInterfaces[].SubnetId",
            "SpotFleetRequestConfig.LaunchTemplateConfigs[].Overrides[].SubnetId",
          ),
          namedIn(
            "security-group",
            "SecurityGroupId",
            "SpotFleetRequestConfig.LaunchSpecifications[].SecurityGroups[].GroupId",
            "SpotFleetRequestConfig.LaunchSpecifications[].NetworkInterfaces[].Groups[]",
          ),
          launchTemplatesIn("SpotFleetRequestConfig.LaunchTemplateConfigs[].LaunchTemplateSpecification"),
          ...launchResourcesIn("SpotFleetRequestConfig.LaunchSpecifications[]."),
        ),
      },
      passesInstanceProfile("SpotFleetRequestConfig.LaunchSpecifications[].IamInstanceProfile"),
      {
        action: "ec2:CreateTags",
        origin: "dependent",
        forEach: "SpotFleetRequestConfig.TagSpecifications[]",
        when: whenMember("SpotFleetRequestConfig.TagSpecifications[].Tags[]"),
        resource: newResource(member("SpotFleetRequestConfig.TagSpecifications[].ResourceType")),
        conditions: { StringEquals: { "ec2:CreateAction": "RequestSpotFleet" } },
        because: "the new request is tagged",
      },
    ],
    because: "a Spot Fleet request is checked on what its launch specifications name",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html",
    examples: [
      {
        input: {
          SpotFleetRequestConfig: {
            IamFleetRole: "arn:aws:iam::123456789012:role/fleet",
            LaunchSpecifications: [{ ImageId: "ami-1", SubnetId: "subnet-1" }],
            TagSpecifications: [{ ResourceType: "spot-fleet-request", Tags: [{ Key: "team", Value: "a" }] }],
          },
        },
        permits: [
          "ec2:CreateTags arn:aws:ec2:us-east-1:123456789012:spot-fleet-request/* if ec2:CreateAction = RequestSpotFleet",
          "ec2:RequestSpotFleet arn:aws:ec2:us-east-1:123456789012:spot-fleet-request/*",
          "ec2:RequestSpotFleet arn:aws:ec2:us-east-1:123456789012:subnet/subnet-1 + arn:aws:ec2:us-east-1::image/ami-1",
          "iam:PassRole arn:aws:iam::123456789012:role/fleet if iam:PassedToService = spotfleet.amazonaws.com",
        ],
      },
    ],
  },
});
