/** Domains of both generations of the search API: the key of what rests is granted with the caller's permissions. */
import type { OperationRule } from "./define-service.ts";
import { usesKey } from "./kms-key.ts";

const KEY = "arn:aws:kms:us-east-1:123456789012:key/1234abcd";
const VIA = "if kms:ViaService = es.us-east-1.amazonaws.com";
const DOMAIN = "arn:aws:es:us-east-1:123456789012:domain/shop";

/** `operation`: the one that makes a domain. A rule of `besides`. */
export const domainKey = (operation: string): OperationRule => ({
  authorizedActions: usesKey({
    path: "EncryptionAtRestOptions.KmsKeyId",
    actions: ["CreateGrant", "DescribeKey"],
    via: "es",
  }),
  because: "a domain under a customer managed key is granted the use of the key",
  see: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html",
  examples: [
    {
      operation,
      input: { DomainName: "shop", EncryptionAtRestOptions: { Enabled: true, KmsKeyId: KEY } },
      permits: [`es:${operation} ${DOMAIN}`, `kms:CreateGrant ${KEY} ${VIA}`, `kms:DescribeKey ${KEY} ${VIA}`],
    },
    {
      operation,
      input: { DomainName: "shop", EncryptionAtRestOptions: { Enabled: true } },
      permits: [`es:${operation} ${DOMAIN}`],
    },
  ],
});
