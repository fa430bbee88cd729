/** Amazon Data Firehose: a stream under a customer managed key is granted the use of the key. */
import { defineService, type OperationRule } from "./define-service.ts";
import { usesKey } from "./kms-key.ts";

const KEY = "arn:aws:kms:us-east-1:123456789012:key/1234abcd";

const encrypts = (operation: string): OperationRule => {
  const on = `firehose:${operation} arn:aws:firehose:us-east-1:123456789012:deliverystream/clicks`;
  return {
    authorizedActions: [
      { action: `firehose:${operation}` },
      ...usesKey({
        path: "DeliveryStreamEncryptionConfigurationInput.KeyARN",
        actions: ["CreateGrant"],
        via: "firehose",
        because: "Firehose is granted the use of the key with the caller's permissions",
      }),
    ],
    because: "a stream under a customer managed key is granted the use of the key",
    see: "https://docs.aws.amazon.com/firehose/latest/APIReference/API_StartDeliveryStreamEncryption.html",
    examples: [
      {
        input: {
          DeliveryStreamName: "clicks",
          DeliveryStreamEncryptionConfigurationInput: { KeyType: "CUSTOMER_MANAGED_CMK", KeyARN: KEY },
        },
        permits: [on, `kms:CreateGrant ${KEY} if kms:ViaService = firehose.us-east-1.amazonaws.com`],
      },
      {
        input: {
          DeliveryStreamName: "clicks",
          DeliveryStreamEncryptionConfigurationInput: { KeyType: "AWS_OWNED_CMK" },
        },
        permits: [on],
      },
    ],
  };
};

export default defineService({
  sdkId: "Firehose",
  operations: {
    CreateDeliveryStream: encrypts("CreateDeliveryStream"),
    StartDeliveryStreamEncryption: encrypts("StartDeliveryStreamEncryption"),
  },
});
