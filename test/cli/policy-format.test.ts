import { expect, test } from "vitest";
import { policyFormatOf } from "../../src/cli/policy-format.ts";

test.each(["policy.json", "dir.x/POLICY.JSON"])("%s is read", async (path) => {
  const read = await policyFormatOf(path).load();
  expect((await read('{"Version": "2012-10-17", "Statement": []}', path)).policies).toHaveLength(1);
});

test("a kind of file that is not read is refused with those that are", () => {
  expect(() => policyFormatOf("policy.docx")).toThrow(
    expect.objectContaining({ code: "unsupported-file", hint: expect.stringContaining("end in one of: .json") }),
  );
});

test("an empty JSON file gets a document, another one has no room for it", () => {
  const { begin } = policyFormatOf("p.json");
  expect([JSON.parse(begin("\n") ?? ""), begin("{}")]).toEqual([{ Version: "2012-10-17", Statement: [] }, undefined]);
});

test.each(["template.yaml", "serverless.yml"])("%s is read, and a policy is never begun in it", async (path) => {
  const { load, begin } = policyFormatOf(path);
  expect((await (await load())("Statement: []\n", path)).policies).toHaveLength(1);
  expect(begin("")).toBeUndefined();
});

test("a Terraform file gets a document behind what is there, with its line ends", () => {
  const { begin } = policyFormatOf("main.tf");
  expect([begin(""), begin("variable {}\r\n")]).toEqual([
    'data "aws_iam_policy_document" "iamgen" {\n}\n',
    'variable {}\r\n\r\ndata "aws_iam_policy_document" "iamgen" {\r\n}\r\n',
  ]);
});
