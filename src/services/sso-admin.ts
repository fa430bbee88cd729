/** IAM Identity Center: an assignment is to an account, which the request calls its target. */
import { defineService } from "./define-service.ts";
import { whenMemberEquals } from "./rule-condition.ts";
import { fillWhen, member } from "./rule-value.ts";

const SET = "arn:aws:sso:::permissionSet/ssoins-1/ps-1";
const INSTANCE = "arn:aws:sso:::instance/ssoins-1";

export default defineService({
  sdkId: "SSO Admin",
  resources: {
    Account: {
      filledBy: [
        fillWhen(whenMemberEquals("TargetType", "AWS_ACCOUNT"), { AccountId: member("TargetId") }),
        { AccountId: member("AccountId") },
      ],
      because: "the target of an assignment is an account",
      see: "https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreateAccountAssignment.html",
      examples: [
        {
          operation: "CreateAccountAssignment",
          input: {
            InstanceArn: INSTANCE,
            PermissionSetArn: SET,
            TargetType: "AWS_ACCOUNT",
            TargetId: "111122223333",
            PrincipalType: "GROUP",
            PrincipalId: "g-1",
          },
          permits: [`sso:CreateAccountAssignment arn:aws:sso:::account/111122223333 + ${INSTANCE} + ${SET}`],
        },
        {
          operation: "ListAccountAssignments",
          input: { InstanceArn: INSTANCE, PermissionSetArn: SET, AccountId: "111122223333" },
          permits: [`sso:ListAccountAssignments arn:aws:sso:::account/111122223333 + ${INSTANCE} + ${SET}`],
        },
      ],
    },
  },
});
