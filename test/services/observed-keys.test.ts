import { describe, expect, test } from "vitest";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import { serviceRules } from "../../src/services/index.ts";
import {
  OBSERVED_KEYS,
  observedEndpoint,
  observedKeyPaths,
  observedKeysOf,
  REQUEST_TAGS,
} from "../../src/services/observed-keys.ts";
import { exampleCall } from "./example-call.ts";

const apis = openApiIndex();
const authorization = openAuthorizationIndex();
const authorize = createAuthorizer({ apis, authorization, rules: serviceRules });

const CASES = OBSERVED_KEYS.flatMap((row) =>
  row.operations.flatMap((operation) =>
    row.examples.map((example) => ({
      title: `${operation} ${JSON.stringify(example.input)}`,
      row,
      operation,
      example,
    })),
  ),
);

test.each(CASES)("$row.sdkId $title", ({ row, operation, example }) => {
  const signingName = apis.withSdkId(row.sdkId)?.signingName ?? "";
  const call = exampleCall({ input: example.input, permits: [] }, { sdkId: row.sdkId, operation, signingName });
  const fixed = authorize(call)
    .filter(({ action }) => row.actions.includes(action))
    .flatMap(({ observedConditions = {} }) => Object.values(observedConditions));
  const equal = Object.fromEntries(Object.entries(example.fixes).map(([key, value]) => [key, [value]]));
  expect(fixed).toEqual([{ StringEquals: equal }]);
});

test.each(OBSERVED_KEYS.map((row) => [`${row.key} of ${row.actions}`, row] as const))(
  "%s is a key of AWS",
  (_, row) => {
    const listed = row.actions.map((action) => {
      const [prefix = "", name = ""] = action.split(":");
      return authorization.load(prefix)?.actions.get(name.toLowerCase())?.conditionKeys.includes(row.key);
    });
    expect(listed.filter((isListed) => isListed !== true)).toEqual([]);
  },
);

test.each(OBSERVED_KEYS)("$key stands in a member that is no secret of $operations", ({ sdkId, operations, path }) => {
  const client = apis.withSdkId(sdkId)?.client ?? "";
  const members = operations.map((name) =>
    apis
      .load(client)
      .operations.get(name)
      ?.members.find((member) => member.name === path),
  );
  expect(members.filter((member) => member === undefined || member.sensitive === true)).toEqual([]);
});

test("rows belong to one API and operation", () => {
  expect(observedKeysOf("S3", "ListObjectsV2").map(({ key }) => key)).toEqual(["s3:prefix"]);
  expect(observedKeysOf("S3", "GetObject")).toEqual([]);
});

test("what holds the values is kept: maps, lists and lists by type", () => {
  expect(observedKeyPaths("KMS", "Decrypt")).toContain("EncryptionContext[]");
  expect(observedKeyPaths("S3", "ListObjects")).toContain("Prefix");
  expect(observedKeyPaths("EC2", "CreateVpc")).toEqual(
    expect.arrayContaining(["Tags[]", "Tags[].Key", "tags[].value", "TagKeys[]", "TagSpecifications[].Tags[].Value"]),
  );
});

test("keys of tags are global keys of AWS", () => {
  const keys = authorization.load("kms")?.actions.get("createkey")?.conditionKeys ?? [];
  expect([REQUEST_TAGS.valueKey, REQUEST_TAGS.namesKey].filter((key) => !keys.includes(key))).toEqual([]);
});

describe("interface endpoints", () => {
  test.each([
    ["vpce-0123456789abcdef0-a1b2c3d4.sqs.eu-west-1.vpce.amazonaws.com", "vpce-0123456789abcdef0"],
    ["vpce-0123456789abcdef0-a1b2c3d4-eu-west-1a.sqs.eu-west-1.vpce.amazonaws.com", "vpce-0123456789abcdef0"],
    ["photos.bucket.vpce-1a2b3c4d-5e6f.s3.us-east-1.vpce.amazonaws.com", "vpce-1a2b3c4d"],
    ["sqs.eu-west-1.amazonaws.com", undefined],
    ["vpce-1a2b3c4d.s3.amazonaws.com", undefined],
    ["vpce-1a2b3c4d-x.example.com", undefined],
  ])("%s", (hostname, id) => {
    expect(observedEndpoint(hostname)).toBe(id);
  });
});
