import { expect, test } from "vitest";
import { policyFormatOf } from "../../src/cli/policy-format.ts";
import { readerFor } from "../support/policy-reader.ts";

test.each(["policy.json", "dir.x/POLICY.JSON"])("%s is read", async (path) => {
  const read = await policyFormatOf(path).load();
  expect((await read('{"Version": "2012-10-17", "Statement": []}', path)).policies).toHaveLength(1);
});

test("a kind of file that is not read is refused with those that are", () => {
  expect(() => policyFormatOf("policy.docx")).toThrow(
    expect.objectContaining({ code: "unsupported-file", hint: expect.stringContaining("end in one of: .json") }),
  );
});

test.each([
  ["policy.json", undefined, '{\n  "Version"'],
  ["role.json", "vault", '{\n  "credential_type"'],
  ["main.tf", undefined, "data "],
  ["template.yaml", undefined, "AWSTemplateFormatVersion"],
  ["template.yaml", "yaml", "Version"],
  ["serverless.yml", undefined, "provider"],
  ["policy.ts", undefined, 'import { aws_iam as iam } from "aws-cdk-lib"'],
  ["template.json", "cloudformation-json", '{\n  "AWSTemplateFormatVersion"'],
  ["policy.ts", "pulumi-typescript", 'import * as aws from "@pulumi/aws"'],
  ["policy.py", undefined, "from aws_cdk"],
])("an empty %s is begun as %s: %s", async (path, format, start) => {
  const text = (await policyFormatOf(path).begin("\n", format)) ?? "";
  expect(text.startsWith(start)).toBe(true);
  expect((await readerFor(path)(text, path)).policies).toHaveLength(1);
});

test("a format that a file of that name cannot have is refused with those that it can", async () => {
  await expect(policyFormatOf("policy.ts").begin("", "vault")).rejects.toMatchObject({
    exitCode: 2,
    hint: "a file of that name may be: cdk-typescript, pulumi-typescript",
  });
});

test("a file with something in it gets a policy where it has room", async () => {
  expect(await policyFormatOf("main.tf").begin("variable {}\n")).toContain('\n\ndata "aws_iam_policy_document"');
  expect(await policyFormatOf("a.yaml").begin("Resources:\n  A:\n    Type: x\n")).toContain("  IamgenPolicy:\n");
  expect(await policyFormatOf("p.json").begin("{}")).toBeUndefined();
});

test("a file that nobody writes by hand is refused before it is parsed", async () => {
  const read = await policyFormatOf("p.json").load();
  await expect(read(" ".repeat(17 * 1024 ** 2), "p.json")).rejects.toMatchObject({
    code: "file-too-large",
    message: "cannot read `p.json`: it has 17 MiB, and the most is 16 MiB",
  });
});
