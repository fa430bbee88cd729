/** Amazon Verified Permissions: batch calls are authorized as their single form. */
import { authorizedAs, defineService } from "./define-service.ts";
import { namedIn } from "./rule-resource.ts";

export default defineService({
  sdkId: "VerifiedPermissions",
  operations: {
    ...authorizedAs(
      {
        BatchIsAuthorized: "IsAuthorized",
        BatchIsAuthorizedWithToken: "IsAuthorizedWithToken",
      },
      {
        servicePrefix: "verifiedpermissions",
        because: "batch calls are authorized as the single action",
        see: "https://docs.aws.amazon.com/verifiedpermissions/latest/apireference/API_BatchIsAuthorized.html",
        example: {
          input: { policyStoreId: "ps-1" },
          on: "arn:aws:verifiedpermissions::123456789012:policy-store/ps-1",
        },
      },
    ),
    BatchGetPolicy: {
      authorizedActions: [
        {
          action: "verifiedpermissions:GetPolicy",
          resource: namedIn("policy-store", "PolicyStoreId", "requests[].policyStoreId"),
        },
      ],
      because: "each policy is read by the single action, in its own store",
      see: "https://docs.aws.amazon.com/verifiedpermissions/latest/apireference/API_BatchGetPolicy.html",
      examples: [
        {
          input: {
            requests: [
              { policyStoreId: "ps-1", policyId: "p1" },
              { policyStoreId: "ps-2", policyId: "p2" },
            ],
          },
          permits: [
            "verifiedpermissions:GetPolicy arn:aws:verifiedpermissions::123456789012:policy-store/ps-1 + arn:aws:verifiedpermissions::123456789012:policy-store/ps-2",
          ],
        },
      ],
    },
  },
});
