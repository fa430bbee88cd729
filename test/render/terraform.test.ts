import { expect, test } from "vitest";
import { terraform } from "../../src/render/terraform.ts";
import { NO_DOCUMENT, ONE_DOCUMENT, SETTINGS, SEVERAL_DOCUMENTS } from "../support/policy-sample.ts";

const text = (...[policySet, settings]: Parameters<typeof terraform.render>): string =>
  terraform
    .render(policySet, settings)
    .map((file) => file.text)
    .join("");

test("one file holds the documents, their policies and what attaches them", () => {
  const [file, ...more] = terraform.render(SEVERAL_DOCUMENTS, SETTINGS);
  expect(more).toEqual([]);
  expect(file).toMatchObject({ suffix: "", extension: "tf" });
  expect(file?.text.match(/^(?:data|resource|variable) .*(?= \{)/gm)).toEqual([
    'data "aws_partition" "current"',
    'data "aws_region" "current"',
    'data "aws_caller_identity" "current"',
    'variable "role"',
    'data "aws_iam_policy_document" "iamgen_worker_1"',
    'data "aws_iam_policy_document" "iamgen_worker_2"',
    'data "aws_iam_policy_document" "iamgen_k2"',
    'resource "aws_iam_policy" "iamgen_worker_1"',
    'resource "aws_iam_role_policy_attachment" "iamgen_worker_1"',
    'resource "aws_iam_policy" "iamgen_worker_2"',
    'resource "aws_iam_role_policy_attachment" "iamgen_worker_2"',
    'resource "aws_iam_policy" "iamgen_k2"',
    'resource "aws_iam_role_policy_attachment" "iamgen_k2"',
  ]);
});

test("a statement is written as terraform fmt leaves it", () => {
  expect(text(ONE_DOCUMENT, { literal: true, attachAs: "session-policy" })).toContain(`  statement {
    sid    = "IamgenKmsRead"
    effect = "Allow"

    actions = [
      "kms:Decrypt",
    ]

    resources = [
      "arn:aws:kms:eu-west-1:111122223333:key/0f3a",
    ]

    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = ["s3.eu-west-1.amazonaws.com"]
    }
`);
});

test("everything literal needs no data source", () => {
  expect(text(ONE_DOCUMENT, { ...SETTINGS, literal: true })).not.toContain("current");
});

test("no policy, no file", () => {
  expect(terraform.render(NO_DOCUMENT, SETTINGS)).toEqual([]);
});
