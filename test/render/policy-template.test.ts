import { expect, test } from "vitest";
import type { PolicyDocument } from "../../src/iam/policy-document.ts";
import { homeOf, listOf, placesOf, statementTemplates } from "../../src/render/policy-template.ts";
import { identityPolicy } from "../support/identity-policy.ts";

const policy = (...resources: string[]) => {
  const document: PolicyDocument = {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "a:B", Resource: resources }],
  };
  return identityPolicy({ ids: ["k1"], account: "111122223333" }, document);
};

test("a policy is at home in the account of its identity, and in the one region and partition of its ARNs", () => {
  expect(homeOf(policy("arn:aws-cn:sqs:cn-north-1:1:a", "arn:aws-cn:s3:::b", "*", "arn:aws-cn:sqs:*:1:b"))).toEqual({
    account: "111122223333",
    partition: "aws-cn",
    region: "cn-north-1",
  });
});

test("with two regions neither is home", () => {
  expect(homeOf(policy("arn:aws:sqs:eu-west-1:1:a", "arn:aws:sqs:us-east-1:1:a"))).toEqual({
    account: "111122223333",
    partition: "aws",
  });
});

test("single values and lists are lists, conditions stand in the order of the document", () => {
  const [statement] = statementTemplates(
    {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "S",
          Effect: "Deny",
          NotAction: "a:B",
          NotResource: "arn:aws:s3:::b",
          Condition: { Bool: { "aws:SecureTransport": "false" }, StringLike: { "a:x": ["1", "2"], "a:w": "3" } },
        },
      ],
    },
    { partition: "aws" },
  );
  expect(statement).toEqual({
    sid: "S",
    effect: "Deny",
    actions: [],
    notActions: ["a:B"],
    resources: [],
    notResources: [["arn:", { place: "partition" }, ":s3:::b"]],
    conditions: [
      { operator: "Bool", key: "aws:SecureTransport", values: [["false"]] },
      { operator: "StringLike", key: "a:x", values: [["1"], ["2"]] },
      { operator: "StringLike", key: "a:w", values: [["3"]] },
    ],
  });
  expect(placesOf(statement === undefined ? [] : [statement])).toEqual(["partition"]);
});

test("nothing is an empty list", () => {
  expect([listOf(undefined), listOf("a"), listOf(["a", "b"])]).toEqual([[], ["a"], ["a", "b"]]);
});
