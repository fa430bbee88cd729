/** The `Credential=` of Signature Version 4 and 4A: key id, date, region (not in 4A), signing name, terminator. */

export interface CredentialScope {
  readonly accessKeyId: string;
  /** Absent in SigV4A. */
  readonly region?: string;
  readonly signingName: string;
}

const TERMINATOR = "aws4_request";

/**
 * Reads `AKID/20260115/us-east-1/sqs/aws4_request`, from the end because a key id may hold anything.
 * See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function parseCredential(text: string, regional: boolean): CredentialScope | undefined {
  const parts = text.split("/");
  const tail = regional ? 4 : 3;
  if (parts.length <= tail || parts.at(-1) !== TERMINATOR) return undefined;
  const [, ...scope] = parts.slice(-tail);
  const accessKeyId = parts.slice(0, -tail).join("/");
  const signingName = scope.at(-2);
  if (accessKeyId === "" || signingName === undefined || signingName === "") return undefined;
  if (!regional) return { accessKeyId, signingName };
  return { accessKeyId, region: scope[0] ?? "", signingName };
}
