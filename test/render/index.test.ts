import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FORMATS, rendererFor } from "../../src/render/index.ts";
import { ONE_DOCUMENT, SETTINGS, SEVERAL_DOCUMENTS, VARIABLES } from "../support/policy-sample.ts";

test("every format has its renderer", () => {
  expect(FORMATS).toEqual([
    "ack",
    "cdk-python",
    "cdk-typescript",
    "cloudformation",
    "cloudformation-json",
    "json",
    "markdown",
    "pulumi-typescript",
    "sam",
    "serverless",
    "terraform",
    "terraform-json",
    "vault",
    "yaml",
  ]);
  expect(FORMATS.map((format) => rendererFor(format)?.format)).toEqual(FORMATS);
});

test.each(FORMATS)("%s ends every file with one line end, and names each differently", (format) => {
  const files = rendererFor(format)?.render(SEVERAL_DOCUMENTS, SETTINGS) ?? [];
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter(({ text }) => !/[^\n]\n$/.test(text))).toEqual([]);
  expect(new Set(files.map(({ suffix }) => suffix)).size).toBe(files.length);
});

test("an unknown format has none", () => {
  expect(rendererFor("xml")).toBeUndefined();
});

test("the README says what each format writes", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const [, table] = /^\| format \| writes \|\n\|---\|---\|\n((?:\|.*\n)+)/m.exec(readme) ?? [];
  const named = (table ?? "").split("\n").flatMap((row) => row.split("|")[1]?.match(/(?<=`)[a-z-]+(?=`)/g) ?? []);
  expect(named.sort()).toEqual(FORMATS);
});

test.each([
  ["json", ["arn:aws:s3:::‹bucket_name›/‹stage›/${aws:username}/*", "arn:aws:kms:eu-west-1:‹accountId›:key/0f3a"]],
  ["yaml", ["arn:aws:s3:::‹bucket_name›/‹stage›/${aws:username}/*"]],
  ["vault", ["arn:aws:s3:::‹bucket_name›/‹stage›/${aws:username}/*"]],
  ["ack", ["arn:aws:s3:::‹bucket_name›/‹stage›/${aws:username}/*"]],
  ["markdown", ["arn:aws:s3:::‹bucket_name›/‹stage›/${aws:username}/*"]],
  [
    "terraform",
    [
      'variable "bucket_name" {\n  description = "Stands where the run had photos"\n  type        = string\n}',
      "arn:${data.aws_partition.current.partition}:s3:::${var.bucket_name}/${var.stage}/$${aws:username}/*",
      "arn:${data.aws_partition.current.partition}:kms:${data.aws_region.current.id}:${var.account_id}:key/0f3a",
    ],
  ],
  [
    "terraform-json",
    [
      '"bucket_name": {\n      "description": "Stands where the run had photos",\n      "type": "string"',
      "${var.stage}/$${aws:",
    ],
  ],
  [
    "cloudformation",
    [
      "Parameters:\n  AccountId:\n    Type: String\n    Description: Stands where the run had 111122223333\n",
      "!Sub arn:${AWS::Partition}:s3:::${BucketName}/${Stage}/${!aws:username}/*",
    ],
  ],
  ["cloudformation-json", ['"BucketName": {\n      "Type": "String"', "${BucketName}/${Stage}/${!aws:username}/*"]],
  ["sam", ["# Needs these parameters of the template, of type String: AccountId, BucketName, Stage\n", "${Stage}/"]],
  [
    "serverless",
    [
      "# Needs these parameters (params: or --param): account-id, bucket-name\n",
      "!Sub arn:${AWS::Partition}:s3:::${param:bucket-name}/${sls:stage}/${!aws:username}/*",
    ],
  ],
  [
    "cdk-typescript",
    [
      "(variables: { accountId: string; bucketName: string; stage: string }): iam.PolicyStatement[]",
      "`arn:${Aws.PARTITION}:s3:::${variables.bucketName}/${variables.stage}/\\${aws:username}/*`",
    ],
  ],
  [
    "cdk-python",
    ["(*, account_id: str, bucket_name: str, stage: str) -> ", ":s3:::{bucket_name}/{stage}/${{aws:username}}/*"],
  ],
  [
    "pulumi-typescript",
    [
      "(role: pulumi.Input<string>, variables: { accountId: pulumi.Input<string>; ",
      "pulumi.interpolate`arn:${partition.partition}:s3:::${variables.bucketName}/${variables.stage}/\\${aws:username}/*`",
    ],
  ],
])("%s has the user's variables in its own language", (format, expected) => {
  const files = rendererFor(format)?.render(ONE_DOCUMENT, { ...SETTINGS, variables: VARIABLES }) ?? [];
  const text = files.map((file) => file.text).join("");
  expect(expected.filter((part) => !text.includes(part))).toEqual([]);
  expect(text).not.toContain("home/");
});
