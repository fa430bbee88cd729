/** AWS Payment Cryptography, data plane: each of the keys of a request, by ARN or alias. */
import { defineService } from "./define-service.ts";
import { onNamedKeys } from "./payment-cryptography-keys.ts";

export default defineService({
  sdkId: "Payment Cryptography Data",
  operations: onNamedKeys({
    DecryptData: ["KeyIdentifier"],
    EncryptData: ["KeyIdentifier"],
    GenerateAs2805KekValidation: ["KeyIdentifier"],
    GenerateAuthRequestCryptogram: ["KeyIdentifier"],
    GenerateCardValidationData: ["KeyIdentifier"],
    GenerateMac: ["KeyIdentifier"],
    GenerateMacEmvPinChange: ["SecureMessagingIntegrityKeyIdentifier", "SecureMessagingConfidentialityKeyIdentifier"],
    GeneratePinData: ["GenerationKeyIdentifier", "EncryptionKeyIdentifier"],
    ReEncryptData: ["IncomingKeyIdentifier", "OutgoingKeyIdentifier"],
    TranslatePinData: ["IncomingKeyIdentifier", "OutgoingKeyIdentifier"],
    VerifyAuthRequestCryptogram: ["KeyIdentifier"],
    VerifyCardValidationData: ["KeyIdentifier"],
    VerifyMac: ["KeyIdentifier"],
    VerifyPinData: ["VerificationKeyIdentifier", "EncryptionKeyIdentifier"],
  }),
});
