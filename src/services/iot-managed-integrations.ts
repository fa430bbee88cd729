/** Managed integrations of AWS IoT Device Management: a thing and the locker of its credentials have ids of their own. */
import { defineService } from "./define-service.ts";
import { whenMatches } from "./rule-condition.ts";
import { fillWhen, member, ofCall } from "./rule-value.ts";

export default defineService({
  sdkId: "IoT Managed Integrations",
  resources: {
    "credential-locker": {
      filledBy: [
        fillWhen(whenMatches(ofCall("operation"), /CredentialLocker$/), { Identifier: member("Identifier") }),
        { Identifier: member("CredentialLockerId") },
      ],
      because: "the id of a thing is not that of a locker",
      see: "https://docs.aws.amazon.com/iot-mi/latest/APIReference/API_UpdateManagedThing.html",
      examples: [
        {
          operation: "UpdateManagedThing",
          input: { Identifier: "t1" },
          permits: [
            "iotmanagedintegrations:UpdateManagedThing arn:aws:iotmanagedintegrations:us-east-1:123456789012:managed-thing/t1",
          ],
        },
        {
          operation: "GetCredentialLocker",
          input: { Identifier: "l1" },
          permits: [
            "iotmanagedintegrations:GetCredentialLocker arn:aws:iotmanagedintegrations:us-east-1:123456789012:credential-locker/l1",
          ],
        },
      ],
    },
  },
});
