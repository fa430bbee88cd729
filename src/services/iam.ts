/** AWS IAM: names live below a path, and what a call attaches or creates is fixed by condition keys. */
import { defineService } from "./define-service.ts";
import ownUser from "./iam-own-user.ts";
import { pathedTypes, renames } from "./iam-paths.ts";
import policies from "./iam-policies.ts";
import roles from "./iam-roles.ts";
import { captured, member } from "./rule-value.ts";

const USER = { type: "user", variable: "UserNameWithPath", name: "UserName" } as const;
const GROUP = { type: "group", variable: "GroupNameWithPath", name: "GroupName" } as const;
const CERTIFICATE = {
  type: "server-certificate",
  variable: "CertificateNameWithPath",
  name: "ServerCertificateName",
} as const;

export default defineService({
  sdkId: "IAM",
  resources: {
    ...pathedTypes(
      {
        type: "role",
        variable: "RoleNameWithPath",
        name: "RoleName",
        maker: "CreateRole",
        operation: "GetRole",
      },
      { ...USER, maker: "CreateUser", operation: "ListUserTags" },
      { ...GROUP, maker: "CreateGroup", operation: "GetGroup" },
      { ...CERTIFICATE, maker: "UploadServerCertificate", operation: "GetServerCertificate" },
      {
        type: "instance-profile",
        variable: "InstanceProfileNameWithPath",
        name: "InstanceProfileName",
        maker: "CreateInstanceProfile",
        operation: "GetInstanceProfile",
      },
      { type: "policy", variable: "PolicyNameWithPath", name: "PolicyName", maker: "CreatePolicy" },
      {
        type: "mfa",
        variable: "MfaTokenIdWithPath",
        name: "VirtualMFADeviceName",
        maker: "CreateVirtualMFADevice",
      },
    ),
    "oidc-provider": {
      filledBy: [{ OidcProviderName: captured(member("Url"), /^https:\/\/(.+)$/) }],
      because: "a provider's ARN holds its URL without the scheme",
      see: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html",
      examples: [
        {
          operation: "CreateOpenIDConnectProvider",
          input: { Url: "https://oidc.eks.us-east-1.amazonaws.com/id/0A1B" },
          permits: [
            "iam:CreateOpenIDConnectProvider arn:aws:iam::123456789012:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/0A1B",
          ],
        },
      ],
    },
  },
  operations: {
    ...ownUser,
    ...roles,
    ...policies,
    ...renames({ ...USER, operation: "UpdateUser", newName: "NewUserName" }),
    ...renames({ ...GROUP, operation: "UpdateGroup", newName: "NewGroupName" }),
    ...renames({ ...CERTIFICATE, operation: "UpdateServerCertificate", newName: "NewServerCertificateName" }),
  },
});
