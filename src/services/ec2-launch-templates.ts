/** Amazon EC2: launch templates, fleets that are launched from them, and instance profiles given to running instances. */
import { operationRules } from "./define-service.ts";
import { imagesIn, readsImageParameter } from "./ec2-launch-rules.ts";
import { passesInstanceProfile } from "./instance-profile.ts";
import { launchTemplatesIn } from "./launch-template.ts";
import { bothOf, namedIn, newResource, typed } from "./rule-resource.ts";

export default operationRules({
  CreateLaunchTemplate: {
    authorizedActions: [
      { action: "ec2:CreateLaunchTemplate" },
      readsImageParameter("LaunchTemplateData.ImageId"),
      passesInstanceProfile("LaunchTemplateData.IamInstanceProfile"),
    ],
    because: "the template's instance profile is passed when the template is made",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html",
    examples: [
      {
        input: { LaunchTemplateName: "web", LaunchTemplateData: { ImageId: "ami-1" } },
        permits: ["ec2:CreateLaunchTemplate arn:aws:ec2:us-east-1:123456789012:launch-template/*"],
      },
      {
        input: {
          LaunchTemplateName: "web",
          LaunchTemplateData: { ImageId: "resolve:ssm:golden", IamInstanceProfile: { Name: "web" } },
        },
        permits: [
          "ec2:CreateLaunchTemplate arn:aws:ec2:us-east-1:123456789012:launch-template/*",
          "ssm:GetParameters arn:aws:ssm:us-east-1:123456789012:parameter/golden",
          "iam:PassRole arn:aws:iam::123456789012:role/* if iam:PassedToService = ec2.amazonaws.com",
        ],
      },
    ],
  },
  CreateLaunchTemplateVersion: {
    authorizedActions: [
      { action: "ec2:CreateLaunchTemplateVersion" },
      readsImageParameter("LaunchTemplateData.ImageId"),
      passesInstanceProfile("LaunchTemplateData.IamInstanceProfile"),
    ],
    because: "the template's instance profile is passed when the version is made",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html",
    examples: [
      {
        input: { LaunchTemplateId: "lt-1", LaunchTemplateData: { IamInstanceProfile: { Name: "web" } } },
        permits: [
          "ec2:CreateLaunchTemplateVersion arn:aws:ec2:us-east-1:123456789012:launch-template/lt-1",
          "iam:PassRole arn:aws:iam::123456789012:role/* if iam:PassedToService = ec2.amazonaws.com",
        ],
      },
      {
        input: { LaunchTemplateId: "lt-1", LaunchTemplateData: { ImageId: "resolve:ssm:golden:2" } },
        permits: [
          "ec2:CreateLaunchTemplateVersion arn:aws:ec2:us-east-1:123456789012:launch-template/lt-1",
          "ssm:GetParameters arn:aws:ssm:us-east-1:123456789012:parameter/golden",
        ],
      },
    ],
  },
  CreateFleet: {
    authorizedActions: [
      {
        action: "ec2:CreateFleet",
        resource: bothOf(
          newResource("fleet"),
          newResource("instance"),
          imagesIn("LaunchTemplateConfigs[].Overrides[].ImageId"),
          launchTemplatesIn("LaunchTemplateConfigs[].LaunchTemplateSpecification"),
          namedIn("subnet", "SubnetId", "LaunchTemplateConfigs[].Overrides[].SubnetId"),
          namedIn("placement-group", "PlacementGroupName", "LaunchTemplateConfigs[].Overrides[].Placement.GroupName"),
          namedIn(
            "capacity-reservation",
            "CapacityReservationId",
            "ReservedCapacityOptions.CapacityReservationTarget.CapacityReservationIds[]",
          ),
        ),
      },
    ],
    because: "a fleet is checked on the templates and overrides that it is launched from",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html",
    examples: [
      {
        input: {
          LaunchTemplateConfigs: [
            {
              LaunchTemplateSpecification: { LaunchTemplateId: "lt-1" },
              Overrides: [{ SubnetId: "subnet-1" }, { SubnetId: "subnet-2" }],
            },
          ],
        },
        permits: [
          "ec2:CreateFleet arn:aws:ec2:us-east-1:123456789012:fleet/*",
          "ec2:CreateFleet arn:aws:ec2:us-east-1:123456789012:instance/*",
          "ec2:CreateFleet arn:aws:ec2:us-east-1:123456789012:launch-template/lt-1 + arn:aws:ec2:us-east-1:123456789012:subnet/subnet-1 + arn:aws:ec2:us-east-1:123456789012:subnet/subnet-2",
        ],
      },
    ],
  },
  ModifyFleet: {
    authorizedActions: [
      {
        action: "ec2:ModifyFleet",
        resource: bothOf(
          typed("fleet"),
          imagesIn("LaunchTemplateConfigs[].Overrides[].ImageId"),
          launchTemplatesIn("LaunchTemplateConfigs[].LaunchTemplateSpecification"),
          namedIn("subnet", "SubnetId", "LaunchTemplateConfigs[].Overrides[].SubnetId"),
        ),
      },
    ],
    because: "a fleet is checked on the templates and overrides that it is launched from",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html",
    examples: [
      {
        input: { FleetId: "fleet-1", LaunchTemplateConfigs: [{ Overrides: [{ ImageId: "ami-1" }] }] },
        permits: [
          "ec2:ModifyFleet arn:aws:ec2:us-east-1:123456789012:fleet/fleet-1 + arn:aws:ec2:us-east-1::image/ami-1",
        ],
      },
    ],
  },
  AssociateIamInstanceProfile: {
    authorizedActions: [{ action: "ec2:AssociateIamInstanceProfile" }, passesInstanceProfile("IamInstanceProfile")],
    because: "the instance profile hands its role to the instance",
    see: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html",
    examples: [
      {
        input: { InstanceId: "i-1", IamInstanceProfile: { Name: "web" } },
        permits: [
          "ec2:AssociateIamInstanceProfile arn:aws:ec2:us-east-1:123456789012:instance/i-1",
          "iam:PassRole arn:aws:iam::123456789012:role/* if iam:PassedToService = ec2.amazonaws.com",
        ],
      },
    ],
  },
  ReplaceIamInstanceProfileAssociation: {
    authorizedActions: [
      { action: "ec2:ReplaceIamInstanceProfileAssociation" },
      passesInstanceProfile("IamInstanceProfile"),
    ],
    because: "the instance profile hands its role to the instance",
    see: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html",
    examples: [
      {
        input: { AssociationId: "iip-assoc-1", IamInstanceProfile: { Name: "web" } },
        permits: [
          "ec2:ReplaceIamInstanceProfileAssociation arn:aws:ec2:us-east-1:123456789012:instance/*",
          "iam:PassRole arn:aws:iam::123456789012:role/* if iam:PassedToService = ec2.amazonaws.com",
        ],
      },
    ],
  },
});
