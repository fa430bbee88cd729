/** AWS IAM: names live below a path, and what a call attaches or creates is fixed by condition keys. */
import { defineService } from "./define-service.ts";
import ownUser from "./iam-own-user.ts";
import roles from "./iam-roles.ts";
import { captured, joined, member } from "./rule-value.ts";

export default defineService({
  sdkId: "IAM",
  resources: {
    role: {
      filledBy: [
        { RoleNameWithPath: joined(captured(member("Path"), /^\/(.+)$/), member("RoleName")) },
        { RoleNameWithPath: member("RoleName") },
      ],
      because: "a role's ARN holds its path, which only its creation names",
      see: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns",
      examples: [
        {
          operation: "CreateRole",
          input: { RoleName: "deploy", Path: "/ops/" },
          permits: ["iam:CreateRole arn:aws:iam::123456789012:role/ops/deploy"],
        },
        {
          operation: "GetRole",
          input: { RoleName: "deploy" },
          permits: ["iam:GetRole arn:aws:iam::123456789012:role/deploy"],
        },
      ],
    },
    user: {
      filledBy: [
        { UserNameWithPath: joined(captured(member("Path"), /^\/(.+)$/), member("UserName")) },
        { UserNameWithPath: member("UserName") },
      ],
      because: "a user's ARN holds its path, which only its creation names",
      see: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns",
      examples: [
        {
          operation: "CreateUser",
          input: { UserName: "ana", Path: "/ops/" },
          permits: ["iam:CreateUser arn:aws:iam::123456789012:user/ops/ana"],
        },
      ],
    },
    group: {
      filledBy: [
        { GroupNameWithPath: joined(captured(member("Path"), /^\/(.+)$/), member("GroupName")) },
        { GroupNameWithPath: member("GroupName") },
      ],
      because: "a group's ARN holds its path, which only its creation names",
      see: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns",
      examples: [
        {
          operation: "CreateGroup",
          input: { GroupName: "admins", Path: "/ops/" },
          permits: ["iam:CreateGroup arn:aws:iam::123456789012:group/ops/admins"],
        },
        {
          operation: "CreateGroup",
          input: { GroupName: "admins", Path: "/" },
          permits: ["iam:CreateGroup arn:aws:iam::123456789012:group/admins"],
        },
      ],
    },
    policy: {
      filledBy: [
        { PolicyNameWithPath: joined(captured(member("Path"), /^\/(.+)$/), member("PolicyName")) },
        { PolicyNameWithPath: member("PolicyName") },
      ],
      because: "a policy's ARN holds its path, which only its creation names",
      see: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns",
      examples: [
        {
          operation: "CreatePolicy",
          input: { PolicyName: "read", Path: "/app/" },
          permits: ["iam:CreatePolicy arn:aws:iam::123456789012:policy/app/read"],
        },
        {
          operation: "GetPolicy",
          input: { PolicyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" },
          permits: ["iam:GetPolicy arn:aws:iam::aws:policy/ReadOnlyAccess"],
        },
      ],
    },
    "instance-profile": {
      filledBy: [
        { InstanceProfileNameWithPath: joined(captured(member("Path"), /^\/(.+)$/), member("InstanceProfileName")) },
        { InstanceProfileNameWithPath: member("InstanceProfileName") },
      ],
      because: "an instance profile's ARN holds its path, which only its creation names",
      see: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns",
      examples: [
        {
          operation: "CreateInstanceProfile",
          input: { InstanceProfileName: "web", Path: "/app/" },
          permits: ["iam:CreateInstanceProfile arn:aws:iam::123456789012:instance-profile/app/web"],
        },
      ],
    },
  },
  operations: { ...ownUser, ...roles },
});
