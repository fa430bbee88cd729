/** AWS Account Management: another account is managed as a member of the caller's organization. */
import { defineService } from "./define-service.ts";
import { member, unknownPart } from "./rule-value.ts";

export default defineService({
  sdkId: "Account",
  resources: {
    accountInOrganization: {
      filledBy: [
        {
          ManagementAccountId: unknownPart("*", "no-resource-in-input", "no request tells the management account"),
          OrganizationId: unknownPart("*", "no-resource-in-input", "no request tells the organization's id"),
          MemberAccountId: member("AccountId"),
        },
      ],
      because:
        "an account that the request names is one of the organization, and its ARN that of the management account",
      see: "https://docs.aws.amazon.com/accounts/latest/reference/security_account-permissions-ref.html",
      examples: [
        {
          operation: "PutAlternateContact",
          input: { AccountId: "111122223333", AlternateContactType: "BILLING" },
          permits: ["account:PutAlternateContact arn:aws:account::*:account/o-*/111122223333"],
        },
        {
          operation: "GetContactInformation",
          input: {},
          permits: ["account:GetContactInformation arn:aws:account::123456789012:account"],
        },
      ],
    },
  },
});
