import { describe, expect, test } from "vitest";
import { explanationLines, explanationText, selectCalls } from "../../src/cli/explanation.ts";
import { explained, identityPolicy, permission, policySet } from "../support/recording.ts";

const POLICIES = policySet(identityPolicy({ provenance: { ObjectsWrite: [1, 2] } }));
const CALLS = [
  explained({ n: 1 }, permission()),
  explained({ n: 2, operation: "CopyObject" }, permission(), permission({ action: "s3:GetObject" })),
  explained(
    { n: 3, sdkId: "DynamoDB", operation: "Query" },
    permission({ action: "dynamodb:Query", resources: ["arn:aws:dynamodb:eu-central-1:111122223333:table/a.b"] }),
  ),
];

describe("a selector", () => {
  test.each<[string, string | undefined, number[]]>([
    ["nothing: all calls", undefined, [1, 2, 3]],
    ["a Sid", "ObjectsWrite", [1, 2]],
    ["an action, in any case", "S3:getobject", [2]],
    ["an ARN", "arn:aws:s3:::photos/cat.jpg", [1, 2]],
    ["an ARN with wildcards", "arn:aws:dynamodb:*:table/a.?", [3]],
    ["an operation", "copyobject", [2]],
    ["an operation with its client", "DynamoDB.Query", [3]],
    ["nothing that is there", "s3:DeleteObject", []],
    ["a dot that stands for itself", "arn:aws:dynamodb:*:table/a?c", []],
  ])("is %s", (_, selector, numbers) => {
    expect(selectCalls(CALLS, POLICIES, selector).map(({ call }) => call.n)).toEqual(numbers);
  });
});

test("programs get one JSON line a call", () => {
  const widened = { reason: "no-resource-in-input", detail: "Key" };
  const lines = explanationLines([
    explained(
      { n: 1 },
      permission({ conditions: { StringEquals: { "s3:x": ["y"] } }, see: "https://docs.aws.amazon.com/s3", widened }),
    ),
    explained({ n: 2, operation: "GetCallerIdentity" }),
  ]);

  expect(lines.split("\n").map((line) => (line === "" ? "" : JSON.parse(line)))).toEqual([
    {
      call: 1,
      sdkId: "S3",
      operation: "PutObject",
      count: 1,
      outcome: "succeeded",
      permissions: [
        {
          action: "s3:PutObject",
          resources: ["arn:aws:s3:::photos/cat.jpg"],
          conditions: { StringEquals: { "s3:x": ["y"] } },
          origin: "direct",
          because: "the call itself",
          see: "https://docs.aws.amazon.com/s3",
          widened,
        },
      ],
    },
    { call: 2, sdkId: "S3", operation: "GetCallerIdentity", count: 1, outcome: "succeeded", permissions: [] },
    "",
  ]);
});

test("people get the reasons", () => {
  const needed = permission({
    conditions: { StringEquals: { "s3:x": ["y", "z"] } },
    verified: false,
    see: "https://docs.aws.amazon.com/s3",
    widened: { reason: "no-resource-in-input", detail: "Key" },
  });
  const text = explanationText([
    explained({ n: 1, count: 3 }, needed),
    explained({ n: 2, count: 1, region: "", outcome: { kind: "denied", errorCode: "AccessDenied" } }),
  ]);

  expect(text).toMatchInlineSnapshot(`
    "call 1: S3 PutObject in eu-central-1, 3 times, succeeded
      s3:PutObject
        on arn:aws:s3:::photos/cat.jpg
        if s3:x StringEquals y or z
        because the call itself (unverified: no table or rule vouches for this action)
        see https://docs.aws.amazon.com/s3
        widened: no-resource-in-input, Key

    call 2: S3 PutObject, once, AccessDenied
      needs no permission
    "
  `);
});

test("remarks on a call are told to programs and people", () => {
  const remarks = [{ code: "deprecated-operation" as const, message: "AWS has deprecated `S3 PutObject`" }];
  const remarked = [{ ...explained({ n: 1 }, permission()), remarks }];

  expect(JSON.parse(explanationLines(remarked))).toMatchObject({ call: 1, remarks });
  expect(explanationText(remarked)).toContain("  note: AWS has deprecated `S3 PutObject`\n");
});
