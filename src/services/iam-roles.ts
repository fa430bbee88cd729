/** AWS IAM: roles that other services use. */
import { operationRules } from "./define-service.ts";
import { belowAnyPath } from "./iam-paths.ts";
import { filled } from "./rule-resource.ts";
import { joined, member, unknownPart } from "./rule-value.ts";

export default operationRules({
  AddRoleToInstanceProfile: {
    authorizedActions: [
      { action: "iam:AddRoleToInstanceProfile" },
      {
        action: "iam:PassRole",
        resource: filled("role", { RoleNameWithPath: belowAnyPath("RoleName", "role-path-unknown") }),
        conditions: { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } },
        origin: "pass-role",
        because: "instances with the profile act with the role",
      },
    ],
    because: "the role is passed to the instances that get the profile",
    see: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddRoleToInstanceProfile.html",
    examples: [
      {
        input: { InstanceProfileName: "web", RoleName: "web" },
        permits: [
          "iam:AddRoleToInstanceProfile arn:aws:iam::123456789012:instance-profile/web",
          "iam:AddRoleToInstanceProfile arn:aws:iam::123456789012:instance-profile/*/web",
          "iam:PassRole arn:aws:iam::123456789012:role/web if iam:PassedToService = ec2.amazonaws.com",
          "iam:PassRole arn:aws:iam::123456789012:role/*/web if iam:PassedToService = ec2.amazonaws.com",
        ],
      },
    ],
  },
  CreateServiceLinkedRole: {
    authorizedActions: [
      {
        action: "iam:CreateServiceLinkedRole",
        resource: filled("role", {
          RoleNameWithPath: joined(
            "aws-service-role/",
            member("AWSServiceName"),
            "/",
            unknownPart("*", "name-assigned-by-aws", "the service names its role"),
          ),
        }),
        conditions: { StringEquals: { "iam:AWSServiceName": member("AWSServiceName") } },
      },
    ],
    because: "a service's own role lives below a path that names the service",
    see: "https://docs.aws.amazon.com/IAM/latest/UserGuide/create-service-linked-role.html",
    examples: [
      {
        input: { AWSServiceName: "ecs.amazonaws.com" },
        permits: [
          "iam:CreateServiceLinkedRole arn:aws:iam::123456789012:role/aws-service-role/ecs.amazonaws.com/* if iam:AWSServiceName = ecs.amazonaws.com",
        ],
      },
    ],
  },
  DeleteServiceLinkedRole: {
    authorizedActions: [
      {
        action: "iam:DeleteServiceLinkedRole",
        resource: filled("role", {
          RoleNameWithPath: joined(
            "aws-service-role/",
            unknownPart("*", "path-unknown", "the path of a service's own role names the service"),
            "/",
            member("RoleName"),
          ),
        }),
      },
    ],
    because: "a service's own role lives below a path that names the service",
    see: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html",
    examples: [
      {
        input: { RoleName: "AWSServiceRoleForECS" },
        permits: ["iam:DeleteServiceLinkedRole arn:aws:iam::123456789012:role/aws-service-role/*/AWSServiceRoleForECS"],
      },
    ],
  },
});
