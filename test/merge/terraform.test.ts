import { describe, expect, test } from "vitest";
import type { Statement } from "../../src/iam/policy-document.ts";
import { readerFor } from "../support/policy-reader.ts";

const open = (text: string) => readerFor("main.tf")(text, "main.tf");
const policies = async (text: string) => (await open(text)).policies;
const JSONENCODE = 'jsonencode({ Version = "2012-10-17", Statement = [] })';

describe("what is found", () => {
  test.each([
    ["a document", 'data "aws_iam_policy_document" "a" {}', "data.aws_iam_policy_document.a"],
    ["an object", `resource "aws_iam_policy" "a" {\n  policy = ${JSONENCODE}\n}`, "aws_iam_policy.a"],
    ["an object in another resource", `resource "aws_x" "a" {\n  document = ${JSONENCODE}\n}`, "aws_x.a"],
    ["a local value", `locals {\n  a = ${JSONENCODE}\n}`, "local.a"],
    ["an argument of a module", `module "m" {\n  policy = ${JSONENCODE}\n}`, "module.m.policy"],
    [
      "an inline policy",
      `resource "aws_iam_role" "r" {\n  inline_policy {\n    policy = ${JSONENCODE}\n  }\n}`,
      "aws_iam_role.r.inline_policy[0]",
    ],
  ])("%s has its address", async (_, text, address) => {
    expect(await policies(`${text}\n`)).toMatchObject([{ address }]);
  });

  test.each([
    [
      "a document that names principals",
      'data "aws_iam_policy_document" "a" {\n  statement {\n    principals {\n      type = "AWS"\n    }\n  }\n}',
    ],
    [
      "an object that names principals",
      'resource "aws_s3_bucket_policy" "a" {\n  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*" }] })\n}',
    ],
    ["other data", 'data "aws_region" "current" {}'],
    ["other text", 'resource "x" "y" {\n  text = <<EOF\n{"a": 1}\nEOF\n}'],
    ["a reference to a document of the file itself, beside it", 'resource "aws_iam_policy" "a" {\n  name = "x"\n}'],
  ])("%s is none", async (_, text) => {
    expect(await policies(`${text}\n`)).toEqual([]);
  });
});

describe("what cannot be edited says why", () => {
  test.each([
    ['templatefile("p.json", {})', '`templatefile("p.json", {})` computes it'],
    ["var.policy", "`var.policy` computes it"],
    ['file("${path.module}/policy.json")', "its text is the file `policy.json`: merge into that one"],
    [
      "data.aws_iam_policy_document.other.json",
      "`data.aws_iam_policy_document.other` is in another file: merge into that one",
    ],
    ['jsonencode({ Version = "2012-10-17", Statement = concat(a, b) })', "`concat(a, b)` computes its statements"],
    ['<<EOF\n{"Statement": ${jsonencode(x)}}\nEOF', "its JSON is put together by a template"],
  ])("%s", async (value, notEditable) => {
    expect(await policies(`resource "aws_iam_policy" "a" {\n  policy = ${value}\n}\n`)).toMatchObject([
      { address: "aws_iam_policy.a", notEditable },
    ]);
  });
});

test("a policy given by a document or a local value of the same file is there once", async () => {
  const text =
    'data "aws_iam_policy_document" "d" {}\nresource "aws_iam_policy" "a" {\n  policy = data.aws_iam_policy_document.d.json\n}\n' +
    `locals {\n  p = ${JSONENCODE}\n}\nresource "aws_iam_policy" "b" {\n  policy = local.p\n}\n`;
  expect((await policies(text)).map(({ address }) => address)).toEqual(["data.aws_iam_policy_document.d", "local.p"]);
});

test("a byte order mark stays", async () => {
  const text = '\uFEFFdata "aws_iam_policy_document" "a" {}\n';
  const file = await open(text);
  const edits = { replaced: new Map(), removed: new Set<number>(), added: [] };
  expect(file.withEdits("data.aws_iam_policy_document.a", edits)).toBe(text);
});

test("ten thousand lines are read and edited in a moment", { timeout: 20_000 }, async () => {
  const block = (n: number) =>
    `data "aws_iam_policy_document" "d${n}" {\n  statement {\n    actions   = ["ssm:GetParameter"]\n    resources = ["*"]\n  }\n}\n\n`;
  const text = Array.from({ length: 1429 }, (_, n) => block(n)).join("");
  const file = await open(text);
  const added: Statement[] = [{ Sid: "IamgenA", Effect: "Allow", Action: "a:B", Resource: "*" }];
  const edited = file.withEdits("data.aws_iam_policy_document.d700", {
    replaced: new Map(),
    removed: new Set(),
    added,
  });
  expect(edited.length - text.length).toBe(
    '\n\n  statement {\n    sid       = "IamgenA"\n    effect    = "Allow"\n    actions   = ["a:B"]\n    resources = ["*"]\n  }'
      .length,
  );
});
