import { expect, test } from "vitest";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { unknownKeyUses } from "../../src/authorize/data-keys.ts";
import type { KnownKeys } from "../../src/authorize/known-keys.ts";
import { apiIndex, authorizationIndex } from "../../src/data/opened-indexes.ts";
import { serviceRules } from "../../src/services/index.ts";
import { exampleCall, permitNotation } from "../services/example-call.ts";

const authorize = createAuthorizer({ apis: apiIndex(), authorization: authorizationIndex(), rules: serviceRules });
const STREAM = "arn:aws:kinesis:us-east-1:123456789012:stream/clicks";

const known = (keys: readonly string[], managed: readonly string[] = []): KnownKeys => ({
  of: (resource) => (resource === STREAM ? keys : []),
  managed: new Set(managed),
  isEmpty: false,
});

const put = (keys: KnownKeys, StreamARN = STREAM) =>
  authorize(
    exampleCall(
      { input: { StreamARN }, permits: [] },
      { sdkId: "Kinesis", operation: "PutRecord", signingName: "kinesis" },
    ),
    keys,
  ).map(permitNotation);

const VIA = "if kms:ViaService = kinesis.us-east-1.amazonaws.com";

test.each([
  ["1234abcd", `arn:aws:kms:us-east-1:123456789012:key/1234abcd ${VIA}`],
  ["arn:aws:kms:us-east-1:111122223333:key/mrk-1", `arn:aws:kms:us-east-1:111122223333:key/mrk-1 ${VIA}`],
  ["alias/clicks", `arn:aws:kms:us-east-1:123456789012:key/* if kms:ResourceAliases = alias/clicks ${VIA}`],
])("the key %s of the resource is used through the API that holds the data", (key, expected) => {
  expect(put(known([key]))).toEqual([`kinesis:PutRecord ${STREAM}`, `kms:GenerateDataKey ${expected}`]);
});

test("keys of other resources, AWS managed keys and unknown ones ask for nothing", () => {
  expect(put(known(["k"]), `${STREAM}-2`)).toHaveLength(1);
  expect(put(known(["k"], ["k"]))).toHaveLength(1);
  expect(put(known(["alias/aws/kinesis"]))).toHaveLength(1);
  expect(put(known([]))).toHaveLength(1);
});

test("a use whose key nothing names is told, unless the answer would have named it", () => {
  const uses = (sdkId: string, operation: string, input: Record<string, unknown>, kind: "succeeded" | "denied") => {
    const signingName = apiIndex().withSdkId(sdkId)?.signingName ?? "";
    const call = { ...exampleCall({ input, permits: [] }, { sdkId, operation, signingName }), outcome: { kind } };
    return unknownKeyUses(call, authorize(call)).map(({ actions }) => actions);
  };
  expect(uses("Kinesis", "PutRecord", { StreamARN: STREAM }, "succeeded")).toEqual([["kms:GenerateDataKey"]]);
  expect(uses("Kinesis", "DescribeStream", { StreamARN: STREAM }, "succeeded")).toEqual([]);
  expect(uses("S3", "GetObject", { Bucket: "album", Key: "a" }, "succeeded")).toEqual([]);
  expect(uses("S3", "GetObject", { Bucket: "album", Key: "a" }, "denied")).toEqual([["kms:Decrypt"]]);
  expect(uses("SSM", "GetParameter", { Name: "/db" }, "succeeded")).toEqual([]);
});
