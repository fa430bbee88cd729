import { expect, test } from "vitest";
import { seenTree } from "../../src/cli/seen-tree.ts";
import { explained, permission } from "../support/recording.ts";

const FAILED = { kind: "failed", httpStatus: 404, errorCode: "NoSuchKey" } as const;

test("APIs, their actions with calls and endings, and the resources, in alphabetical order", () => {
  const tree = seenTree([
    explained({ n: 1, count: 12 }, permission()),
    explained(
      { n: 2, operation: "GetObject", outcome: FAILED },
      permission({ action: "s3:GetObject", resources: ["b", "a"] }),
    ),
    explained(
      { n: 3, operation: "GetObject", region: "us-east-1" },
      permission({ action: "s3:GetObject", resources: ["a"] }),
    ),
    explained({ n: 4, sdkId: "STS", operation: "GetCallerIdentity" }),
  ]);
  expect(tree).toEqual([
    "S3, eu-central-1, us-east-1",
    "  s3:GetObject: calls 2, 3, 1 failed NoSuchKey",
    "    a",
    "    b",
    "  s3:PutObject: call 1, 12 times",
    "    arn:aws:s3:::photos/cat.jpg",
    "STS, eu-central-1",
    "  GetCallerIdentity, no permission: call 4",
  ]);
});

test("a call that needs two actions stands below both, one answer alone needs no number", () => {
  const kms = permission({ action: "kms:Decrypt", resources: ["key"] });
  expect(seenTree([explained({ n: 7, outcome: { kind: "none" } }, permission({ resources: ["o"] }), kms)])).toEqual([
    "S3, eu-central-1",
    "  kms:Decrypt: call 7, no answer",
    "    key",
    "  s3:PutObject: call 7, no answer",
    "    o",
  ]);
});

test("long lists are cut, with the number of what is left out", () => {
  const calls = Array.from({ length: 1200 }, (_, n) =>
    explained({ n: n + 1 }, permission({ resources: [`o${n + 1000}`] })),
  );
  expect(seenTree(calls)).toEqual([
    "S3, eu-central-1",
    "  s3:PutObject: calls 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, …",
    ...[1000, 1001, 1002, 1003, 1004].map((n) => `    o${n}`),
    "    … and 1,195 more",
  ]);
});
