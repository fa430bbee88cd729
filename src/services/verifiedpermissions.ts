/** Amazon Verified Permissions: batch calls are authorized as their single form. */
import { authorizedAs, defineService } from "./define-service.ts";

export default defineService({
  sdkId: "VerifiedPermissions",
  operations: authorizedAs(
    {
      BatchIsAuthorized: "IsAuthorized",
      BatchIsAuthorizedWithToken: "IsAuthorizedWithToken",
    },
    {
      servicePrefix: "verifiedpermissions",
      because: "batch calls are authorized as the single action",
      see: "https://docs.aws.amazon.com/verifiedpermissions/latest/apireference/API_BatchIsAuthorized.html",
      example: { input: { policyStoreId: "ps-1" }, on: "arn:aws:verifiedpermissions::123456789012:policy-store/ps-1" },
    },
  ),
});
