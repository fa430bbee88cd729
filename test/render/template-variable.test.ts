import { expect, test } from "vitest";
import type { PolicyDocument } from "../../src/iam/policy-document.ts";
import { matchesPattern } from "../../src/iam/wildcard.ts";
import {
  isFreeName,
  kebabCase,
  unusedVariables,
  variableDescription,
  variableParts,
  variablePartsOf,
  withPlaceholders,
} from "../../src/render/template-variable.ts";

const variable = (name: string, value: string) => ({ name, value });
const [STAGE, BUCKET] = [variable("stage", "dev"), variable("bucket", "acme-dev-")];
const shown = (parts: ReturnType<typeof variableParts>): string =>
  parts.map((part) => (typeof part === "string" ? part : `<${part.variable.name}>`)).join("");

test.each([
  ["orders-dev", "orders-<stage>"],
  ["dev", "<stage>"],
  ["devices/dev2/redev/Dev", "devices/dev2/redev/Dev"],
  ["/dev/dev_x.dev:dev", "/<stage>/<stage>_x.<stage>:<stage>"],
  ["acme-dev-photos/dev", "<bucket>photos/<stage>"],
  ["xacme-dev-photos", "xacme-<stage>-photos"],
  ["home/$" + "{aws:dev}/dev", "home/$" + "{aws:dev}/<stage>"],
  ["", ""],
])("a value is found as a whole word, the longest first: %s", (text, expected) => {
  expect(shown(variableParts(text, [STAGE, BUCKET]))).toBe(expected);
});

test("signs of expressions in a value mean themselves", () => {
  expect(shown(variableParts("a.b(c)|axb", [variable("v", "a.b(c)|")]))).toBe("<v>axb");
});

test("the head of an ARN says which API is meant, and has no variable", () => {
  expect(shown(variablePartsOf("arn:aws:s3:::s3-aws", [variable("a", "s3"), variable("b", "aws")]))).toBe(
    "arn:aws:s3:::<a>-<b>",
  );
});

const DOCUMENT: PolicyDocument = {
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Action: "s3:GetObject",
      Resource: ["arn:aws:s3:::acme-dev-photos/*", "arn:aws:s3:::other/dev"],
      Condition: { StringEquals: { "s3:prefix": "dev", "aws:x": ["1", "dev-2"] } },
    },
    { Effect: "Deny", NotAction: "s3:dev", NotResource: "arn:aws:s3:::dev" },
  ],
};

test("a document without variables of its own gets placeholders, in resources and condition values alone", () => {
  expect(withPlaceholders(DOCUMENT, [STAGE, BUCKET])).toEqual({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: "s3:GetObject",
        Resource: ["arn:aws:s3:::‹bucket›photos/*", "arn:aws:s3:::other/‹stage›"],
        Condition: { StringEquals: { "s3:prefix": "‹stage›", "aws:x": ["1", "‹stage›-2"] } },
      },
      { Effect: "Deny", NotAction: "s3:dev", NotResource: "arn:aws:s3:::‹stage›" },
    ],
  });
  expect(withPlaceholders(DOCUMENT, [])).toBe(DOCUMENT);
});

test("a placeholder that nobody replaced holds signs that no policy may, and is none of IAM's variables", () => {
  const text = JSON.stringify(withPlaceholders(DOCUMENT, [STAGE]));
  // The pattern of PolicyDocument: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html
  expect(text).not.toMatch(/^[\u0020-\u00ff]+$/);
  expect(text).not.toContain("$");
  expect(matchesPattern("arn:aws:s3:::‹stage›", "arn:aws:s3:::dev")).toBe(false);
});

test("what stands nowhere is told", () => {
  const [typo, hidden] = [variable("typo", "dve"), variable("hidden", "evi")];
  expect(unusedVariables([DOCUMENT], [STAGE, typo, BUCKET, hidden])).toEqual([typo, hidden]);
  expect(unusedVariables([], [STAGE])).toEqual([STAGE]);
});

test("ways to write a name are one name", () => {
  expect(["bucketPrefix", "bucket_prefix", "BUCKET_PREFIX", "bucket-prefix"].map(kebabCase)).toEqual(
    Array(4).fill("bucket-prefix"),
  );
});

test("names that some format keeps are not free", () => {
  expect(["count", "for_each", "role", "RoleName", "rolename", "Iamgen"].filter(isFreeName)).toEqual([]);
  expect(["counter", "stage", "roleSuffix"].filter((name) => !isFreeName(name))).toEqual([]);
});

test("says what it stands for", () => {
  expect(variableDescription(STAGE)).toBe("Stands where the run had dev");
});
