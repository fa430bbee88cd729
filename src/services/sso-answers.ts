/** IAM Identity Center hands out keys of the roles that it keeps in accounts, to whoever has signed in. */
import { defineAnswers } from "./define-answers.ts";

export const ssoAnswers = defineAnswers({
  // The request names the permission set; the role of it ends in an id that no answer tells.
  sdkId: "SSO",
  operations: ["GetRoleCredentials"],
  bodyBytes: 32 * 1024,
  facts: [
    {
      kind: "identity",
      key: { from: "body", path: "roleCredentials.accessKeyId" },
      arn: [{ from: "template", text: "arn:{partition}:sts::{accountId}:assumed-role/AWSReservedSSO_{roleName}_*" }],
    },
  ],
  see: "https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html",
});
