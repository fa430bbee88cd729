import { expect, test } from "vitest";
import { codesOf, lintOf } from "../support/lint.ts";

test.each([
  ["photos"],
  ["arn"],
  ["arn:aws:s3"],
  ["arn:awss:s3:::photos/*"],
  ["arn:aws:sqs:eu-west-1:12345:orders"],
  ["arn:aws:sqs:cn-north-1:111122223333:orders"],
])("%s is no ARN", (Resource) => {
  expect(lintOf({ Action: ["s3:GetObject", "sqs:SendMessage"], Resource })).toMatchObject([
    { code: "arn-malformed", severity: "error", statement: 0, value: Resource },
  ]);
});

test.each([
  ["*"],
  ["arn:aws:s3:::photos/${aws:username}/*"],
  ["arn:*:s3:::photos/*"],
  ["arn:aws:s3:::*"],
  ["arn:aws-cn:s3:::photos/a:b"],
  ["arn:aws*"],
])("s3:GetObject applies to %s", (Resource) => {
  expect(codesOf({ Resource })).toEqual([]);
});

test("a partition that is misspelled is told with the ARN that may be meant", () => {
  expect(lintOf({ Resource: "arn:asw:s3:::photos/*" })[0]?.hint).toBe("did you mean `arn:aws:s3:::photos/*`?");
});

test("an action that applies to none of the resources is told with what it takes", () => {
  const [found, ...others] = lintOf({ Action: ["s3:GetObject", "s3:ListBucket"], Resource: "arn:aws:s3:::photos" });
  expect(found).toMatchObject({ code: "action-never-applies", severity: "warning", value: "s3:GetObject" });
  expect(found?.message).toContain("it takes accesspointobject, object");
  expect(others).toEqual([]);
  expect(lintOf({ Action: "s3:ListAllMyBuckets", Resource: "arn:aws:s3:::photos" })[0]?.message).toBe(
    "`s3:ListAllMyBuckets` applies to no resource but `*`, which this statement does not have",
  );
});

test("a resource that no action applies to is told, unless its actions are already", () => {
  const queue = "arn:aws:sqs:eu-west-1:111122223333:orders";
  expect(lintOf({ Resource: ["arn:aws:s3:::photos/*", queue] })).toMatchObject([
    { code: "resource-never-applies", value: queue },
  ]);
  expect(codesOf({ Resource: queue })).toEqual(["action-never-applies"]);
});

test("an unknown action may apply to anything", () => {
  expect(codesOf({ Action: "s3:GetObjct", Resource: "arn:aws:sqs:eu-west-1:111122223333:orders" })).toEqual([
    "action-unknown",
  ]);
});

test("an action of two APIs may apply to what either of them has", () => {
  const Resource = "arn:aws:elasticloadbalancing:*:*:targetgroup/*/*";
  expect(codesOf({ Action: ["elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"], Resource })).toEqual(
    [],
  );
  expect(codesOf({ Action: "elasticloadbalancing:AddTags", Resource: "arn:aws:s3:::photos" })).toEqual([
    "action-never-applies",
  ]);
});
