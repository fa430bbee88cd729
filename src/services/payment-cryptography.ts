/** AWS Payment Cryptography, control plane: a key by ARN or alias, and aliases with their prefix. */
import { defineService } from "./define-service.ts";
import { whenMatches } from "./rule-condition.ts";
import { captured, fillWhen, member, unknownPart } from "./rule-value.ts";

export default defineService({
  sdkId: "Payment Cryptography",
  resources: {
    key: {
      filledBy: [
        fillWhen(whenMatches(member("KeyIdentifier"), /(?:^|:)alias\//), {
          KeyId: unknownPart("*", "key-behind-alias", "an alias does not tell its key"),
        }),
        { KeyId: captured(member("KeyIdentifier"), /^(arn:.+:key\/[^/]+|[0-9a-zA-Z]{16,64})$/) },
        { KeyId: member("ExportKeyIdentifier") },
      ],
      because: "a key is named by its ARN, or by an alias that does not tell it",
      see: "https://docs.aws.amazon.com/payment-cryptography/latest/userguide/alias-about.html",
      examples: [
        {
          operation: "GetKey",
          input: { KeyIdentifier: "alias/pin" },
          permits: ["payment-cryptography:GetKey arn:aws:payment-cryptography:us-east-1:123456789012:key/*"],
        },
        {
          operation: "GetKey",
          input: { KeyIdentifier: "arn:aws:payment-cryptography:us-east-1:111122223333:key/kwapwa6qaifllw2h" },
          permits: [
            "payment-cryptography:GetKey arn:aws:payment-cryptography:us-east-1:111122223333:key/kwapwa6qaifllw2h",
          ],
        },
      ],
    },
    alias: {
      filledBy: [{ Alias: captured(member("AliasName"), /^alias\/(.+)$/) }],
      because: "alias names are given with their prefix",
      see: "https://docs.aws.amazon.com/payment-cryptography/latest/userguide/alias-about.html",
      examples: [
        {
          operation: "CreateAlias",
          input: {
            AliasName: "alias/pin",
            KeyArn: "arn:aws:payment-cryptography:us-east-1:123456789012:key/kwapwa6qaifllw2h",
          },
          permits: [
            "payment-cryptography:CreateAlias arn:aws:payment-cryptography:us-east-1:123456789012:alias/pin + arn:aws:payment-cryptography:us-east-1:123456789012:key/kwapwa6qaifllw2h",
          ],
        },
      ],
    },
  },
});
