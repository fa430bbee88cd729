/** AWS IAM: operations that mean the caller's own user where they name none. */
import { authorizedOn } from "./define-service.ts";
import { belowAnyPath } from "./iam-paths.ts";
import { filled } from "./rule-resource.ts";
import { verbatim } from "./rule-value.ts";

const OPERATIONS = [
  "CreateAccessKey",
  "CreateLoginProfile",
  "DeactivateMFADevice",
  "DeleteAccessKey",
  "DeleteLoginProfile",
  "DeleteServiceSpecificCredential",
  "DeleteSigningCertificate",
  "GetLoginProfile",
  "GetUser",
  "ListAccessKeys",
  "ListMFADevices",
  "ListSSHPublicKeys",
  "ListServiceSpecificCredentials",
  "ListSigningCertificates",
  "ResetServiceSpecificCredential",
  "UpdateAccessKey",
  "UpdateServiceSpecificCredential",
  "UpdateSigningCertificate",
  "UploadSigningCertificate",
] as const;

const caller = { UserNameWithPath: verbatim(`$${"{aws:username}"}`) };
const ownUser = filled("user", { UserNameWithPath: belowAnyPath("UserName") }, caller);
const onCaller = { input: {}, on: [`arn:aws:iam::123456789012:user/$${"{aws:username}"}`] };

export default authorizedOn(
  {
    ChangePassword: { resources: [filled("user", caller)], ...onCaller },
    ...Object.fromEntries(OPERATIONS.map((operation) => [operation, { resources: [ownUser], ...onCaller }])),
  },
  {
    servicePrefix: "iam",
    because: "a call that names no user means the caller's own, whom the policy variable stands for",
    see: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html",
  },
);
