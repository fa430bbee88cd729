/** AWS Systems Manager: the role of nodes outside EC2 is given by name. */
import { operationRules } from "./define-service.ts";
import { passesRoleNamed } from "./named-role.ts";

export default operationRules({
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
