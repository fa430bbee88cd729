import { expect, test } from "vitest";
import { candidatesOf } from "../../src/merge/hcl-candidates.ts";
import { readerFor } from "../support/policy-reader.ts";

const QUEUE = 'resource "aws_sqs_queue" "q" {\n  name = "q"\n}\n';
const DOCUMENT =
  'data "aws_iam_policy_document" "app" {\n  statement {\n    actions   = ["a:B"]\n    resources = ["*"]\n  }\n}\n';
const SCRIPT = 'resource "aws_instance" "i" {\n  user_data = <<EOF\nfunction f() {\n}\nEOF\n}\n';
const large = (...blocks: readonly string[]): string => QUEUE.repeat(2_500) + blocks.join("\n");

test("a small file stays as it is", () => {
  expect(candidatesOf(QUEUE)).toBe(QUEUE);
});

test("of a large file, blocks that can hold a policy stay where they are", () => {
  const text = large(SCRIPT, DOCUMENT, "locals {\n  a = 1\n}\n", "# { the end\n");
  const candidates = candidatesOf(text);
  expect(candidates).toHaveLength(text.length);
  expect(candidates.trimStart()).toBe(text.slice(text.indexOf(SCRIPT)));
  expect(candidates.indexOf(DOCUMENT)).toBe(text.indexOf(DOCUMENT));
});

test("a policy of a large file has its own place, and its errors are told with theirs", async () => {
  const read = readerFor("main.tf");
  const text = large(SCRIPT, DOCUMENT);
  const line = text.slice(0, text.indexOf(DOCUMENT)).split("\n").length;
  const { policies } = await read(text, "main.tf");
  expect(policies.map(({ address, region }) => [address, region.startLine])).toEqual([
    ["data.aws_iam_policy_document.app", line],
  ]);
  await expect(read(large(DOCUMENT.replace("actions   =", "actions = =")), "main.tf")).rejects.toThrow(
    /^main\.tf:7503:15: not valid Terraform/,
  );
});
