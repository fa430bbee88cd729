/** Chime SDK identity: administrators are users or bots. */
import { authorizedAs, defineService } from "./define-service.ts";
import { arnIn, bothOf } from "./rule-resource.ts";

export default defineService({
  sdkId: "Chime SDK Identity",
  operations: {
    ...authorizedAs(
      {
        CreateAppInstanceAdmin: "CreateAppInstanceAdmin",
        DeleteAppInstanceAdmin: "DeleteAppInstanceAdmin",
        DescribeAppInstanceAdmin: "DescribeAppInstanceAdmin",
      },
      {
        servicePrefix: "chime",
        resource: bothOf(arnIn("AppInstanceArn"), arnIn("AppInstanceAdminArn")),
        because: "an administrator is a user or a bot, never both",
        see: "https://docs.aws.amazon.com/chime-sdk/latest/APIReference/API_identity-chime_CreateAppInstanceAdmin.html",
        example: {
          input: {
            AppInstanceArn: "arn:aws:chime:us-east-1:123456789012:app-instance/a1",
            AppInstanceAdminArn: "arn:aws:chime:us-east-1:123456789012:app-instance/a1/bot/b1",
          },
          on: "arn:aws:chime:us-east-1:123456789012:app-instance/a1 + arn:aws:chime:us-east-1:123456789012:app-instance/a1/bot/b1",
        },
      },
    ),
  },
});
