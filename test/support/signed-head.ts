/** The request head of a signed S3 call. Nobody on loopback verifies the signature. */
import { EXAMPLE_CREDENTIALS } from "./run-iamgen.ts";

const SCOPE = `${EXAMPLE_CREDENTIALS.AWS_ACCESS_KEY_ID}/20260115/us-east-1/s3/aws4_request`;

export const SIGNATURE = `AWS4-HMAC-SHA256 Credential=${SCOPE}, SignedHeaders=host;x-amz-date, Signature=00`;

export interface S3Request {
  readonly method: "GET" | "PUT";
  readonly host: string;
  /** `/bucket/key`, encoded as on the wire. */
  readonly target: string;
  readonly headers?: readonly string[];
}

export function signedHead({ method, host, target, headers = [] }: S3Request): string {
  const lines = [`Host: ${host}`, `Authorization: ${SIGNATURE}`, "X-Amz-Date: 20260115T000000Z", ...headers];
  return `${method} ${target} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`;
}
