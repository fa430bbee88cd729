import { expect, test } from "vitest";
import { readAction, readResourceType } from "../../src/data/action-notation.ts";

const POOL = ["aws:TagKeys", "s3:prefix", "s3:delimiter"];

test("reads level, resource types with their condition keys, condition keys and dependent actions", () => {
  expect(
    readAction("Put", "Permissions management|bucket!=0 2;layer version|1|iam:PassRole kms:Decrypt", POOL),
  ).toEqual({
    name: "Put",
    accessLevel: "Permissions management",
    resourceTypes: [
      { name: "bucket", required: true, conditionKeys: ["aws:TagKeys", "s3:delimiter"] },
      { name: "layer version", required: false, conditionKeys: [] },
    ],
    conditionKeys: ["s3:prefix"],
    dependentActions: ["iam:PassRole", "kms:Decrypt"],
  });
});

test("what is left out at the end is empty", () => {
  expect(readAction("List", "List", POOL)).toEqual({
    name: "List",
    accessLevel: "List",
    resourceTypes: [],
    conditionKeys: [],
    dependentActions: [],
  });
});

test("a resource type may have several ARN templates and no condition key", () => {
  expect(readResourceType("bot", [["arn:a", "arn:b"]], POOL)).toEqual({
    name: "bot",
    arns: ["arn:a", "arn:b"],
    conditionKeys: [],
  });
  expect(readResourceType("bucket", [["arn:c"], "1 0"], POOL).conditionKeys).toEqual(["s3:prefix", "aws:TagKeys"]);
});
