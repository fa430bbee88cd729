import { expect, test } from "vitest";
import { lintFile } from "../../src/merge/lint-file.ts";
import { LINT_CONTEXT } from "../support/lint.ts";
import { readerFor } from "../support/policy-reader.ts";

/** `code line:column text there`. */
async function placesOf(extension: string, text: string): Promise<string[]> {
  const { policies } = await readerFor(`file.${extension}`)(text, "file");
  const lines = text.split("\n");
  return lintFile(text, policies, LINT_CONTEXT).map(({ code, region }) => {
    const { startLine, startColumn, endLine, endColumn } = region;
    const end = startLine === endLine ? endColumn - 1 : undefined;
    return `${code} ${startLine}:${startColumn} ${lines[startLine - 1]?.slice(startColumn - 1, end)}`;
  });
}

test("JSON: a finding stands at its element, not at one that begins alike", async () => {
  const text = `{
  "Version": "2008-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::a/*" },
    { "Effect": "Allow",
      "Action": ["s3:GetObjctVersion", "s3:GetObjct"], "Resource": "arn:aws:s3:::a/*" }
  ]
}
`;
  expect(await placesOf("json", text)).toEqual([
    "version-outdated 2:15 2008-10-17",
    "action-unknown 6:19 s3:GetObjctVersion",
    "action-unknown 6:41 s3:GetObjct",
  ]);
});

test("JSON in a string of JSON: places are those of the outer text", async () => {
  const inner = JSON.stringify({ Statement: { Effect: "Allow", Action: "s3:GetObjct", Resource: "*" } });
  const text = JSON.stringify({ policy: inner });
  expect(await placesOf("json", text)).toEqual([
    `version-outdated 1:11 ${JSON.stringify(inner)}`,
    `action-unknown 1:${text.indexOf("s3:") + 1} s3:GetObjct`,
  ]);
});

test("YAML: parts that the template computes are not judged", async () => {
  const text = `Resources:
  Reader:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: 2012-10-17
        Statement:
          - Effect: Allow
            Action: [!Ref Action, s3:GetObjct]
            Resource: !Sub arn:\${AWS::Partition}:s3:::a/*
          - {Effect: Allow, Action: s3:GetObject, Resource: !Sub "arn:\${AWS::Partition}:s3:::a"}
`;
  expect(await placesOf("yaml", text)).toEqual([
    "action-unknown 9:35 s3:GetObjct",
    "action-never-applies 11:37 s3:GetObject",
  ]);
});

test("Serverless writes the Version itself; a document in SAM must have one", async () => {
  const serverless = `service: a
provider:
  iam:
    role:
      statements:
        - Effect: Allow
          Action: s3:GetObject
          Resource: arn:aws:s3:::a/*
`;
  const sam = `Resources:
  F:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - Statement:
            - {Effect: Allow, Action: s3:GetObject, Resource: "arn:aws:s3:::a/*"}
`;
  expect(await placesOf("yaml", serverless)).toEqual([]);
  expect((await placesOf("yaml", sam)).map((found) => found.split(" ")[0])).toEqual(["version-outdated"]);
});

test("Terraform: documents as blocks, objects and heredocs", async () => {
  const text = `data "aws_iam_policy_document" "d" {
  statement {
    actions   = ["s3:GetObjct"]
    resources = ["*"]
  }
}
resource "aws_iam_policy" "o" {
  policy = jsonencode({
    Version   = "2012-10-18"
    Statement = [{ Effect = "Allow", Action = "s3:GetObjct", Resource = "*" }]
  })
}
resource "aws_iam_policy" "h" {
  policy = <<EOF
{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObjct", "Resource": "\${var.a}"}]}
EOF
}
`;
  expect(await placesOf("tf", text)).toEqual([
    "action-unknown 3:19 s3:GetObjct",
    "version-invalid 9:18 2012-10-18",
    "action-unknown 10:48 s3:GetObjct",
    "action-unknown 15:72 s3:GetObjct",
  ]);
});

test("what the file writes otherwise than IAM reads it stands at its statement", async () => {
  const text = `{"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Action": "s3:\\u0047etObjct", "Resource": "*"}]}`;
  expect((await placesOf("json", text))[0]).toMatch(/^action-unknown 2:3 \{"Effect"/);
});
