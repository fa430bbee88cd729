/** AWS Systems Manager: the roles of nodes outside EC2, and of all nodes by default, are given by name. */
import { operationRules } from "./define-service.ts";
import { passesRoleNamed } from "./named-role.ts";
import { allOf, whenMatches, whenMemberMatches } from "./rule-condition.ts";
import { filled } from "./rule-resource.ts";
import { captured, excerpt } from "./rule-value.ts";

/** Other settings hold other texts, which are not kept. */
const DEFAULT_ROLE = excerpt("SettingValue", /^(?:[\w+=,.@-]+\/)*[\w+=,.@-]*[Rr]ole[\w+=,.@-]*$/);

export default operationRules({
  UpdateServiceSetting: {
    authorizedActions: [
      { action: "ssm:UpdateServiceSetting" },
      {
        action: "iam:PassRole",
        resource: filled("role", { RoleNameWithPath: captured(DEFAULT_ROLE, /^(.+)$/) }),
        when: allOf(
          whenMemberMatches("SettingId", /\/managed-instance\/default-ec2-instance-management-role$/),
          whenMatches(DEFAULT_ROLE, /./),
        ),
        conditions: { StringEquals: { "iam:PassedToService": "ssm.amazonaws.com" } },
        origin: "pass-role",
        because: "all nodes are managed with the role that the setting names",
      },
    ],
    because: "one of the settings names the role that nodes are managed with",
    see: "https://docs.aws.amazon.com/systems-manager/latest/userguide/fleet-manager-default-host-management-configuration.html",
    examples: [
      {
        input: {
          SettingId: "/ssm/managed-instance/default-ec2-instance-management-role",
          SettingValue: "service-role/AWSSystemsManagerDefaultEC2InstanceManagementRole",
        },
        permits: [
          "ssm:UpdateServiceSetting arn:aws:ssm:us-east-1:123456789012:servicesetting/ssm/managed-instance/default-ec2-instance-management-role",
          "iam:PassRole arn:aws:iam::123456789012:role/service-role/AWSSystemsManagerDefaultEC2InstanceManagementRole if iam:PassedToService = ssm.amazonaws.com",
        ],
      },
      {
        input: { SettingId: "/ssm/parameter-store/high-throughput-enabled", SettingValue: "true" },
        permits: [
          "ssm:UpdateServiceSetting arn:aws:ssm:us-east-1:123456789012:servicesetting/ssm/parameter-store/high-throughput-enabled",
        ],
      },
    ],
  },
  CreateActivation: {
    authorizedActions: [{ action: "ssm:CreateActivation" }, passesRoleNamed("IamRole", "ssm.amazonaws.com")],
    because: "the nodes that are registered with the activation get the role that it names",
    see: "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreateActivation.html",
    examples: [
      {
        input: { IamRole: "nodes" },
        permits: [
          "ssm:CreateActivation *",
          "iam:PassRole arn:aws:iam::123456789012:role/nodes if iam:PassedToService = ssm.amazonaws.com",
        ],
      },
    ],
  },
});
