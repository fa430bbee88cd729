/** Amazon Connect Customer Profiles: batches are authorized as their single form. */
import { authorizedAs, defineService } from "./define-service.ts";

export default defineService({
  sdkId: "Customer Profiles",
  operations: {
    ...authorizedAs(
      { BatchPutProfileObject: "PutProfileObject" },
      {
        servicePrefix: "profile",
        because: "a batch puts objects as the single operation does",
        see: "https://docs.aws.amazon.com/customerprofiles/latest/APIReference/API_PutProfileObject.html",
        example: {
          input: { DomainName: "shop", ObjectTypeName: "order" },
          on: "arn:aws:profile:us-east-1:123456789012:domains/shop + arn:aws:profile:us-east-1:123456789012:domains/shop/object-types/order",
        },
      },
    ),
  },
});
