/** Builders with defaults for what `decode/` hands over. */
import type { ApiCall, DecodedRequest } from "../../src/decode/api-call.ts";

export const SUCCEEDED = { kind: "succeeded", httpStatus: 200 } as const;

export function apiCall(overrides: Partial<ApiCall> = {}): ApiCall {
  return {
    kind: "call",
    sdkId: "S3",
    operation: "PutObject",
    signingName: "s3",
    protocol: "rest-xml",
    partition: "aws",
    region: "eu-central-1",
    account: "111122223333",
    identity: "k1f3a",
    auth: "sigv4",
    hostname: "photos.s3.eu-central-1.amazonaws.com",
    input: { Bucket: "photos", Key: "cat.jpg" },
    members: ["Bucket", "Key"],
    outcome: SUCCEEDED,
    source: "proxy",
    ...overrides,
  };
}

export function decoded(overrides: Partial<ApiCall> = {}, invocationId?: string): DecodedRequest {
  return { call: apiCall(overrides), ...(invocationId === undefined ? {} : { invocationId }) };
}
