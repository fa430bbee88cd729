import { expect, test } from "vitest";
import { arnNamer } from "../../src/iam/named-arn.ts";
import type { References } from "../../src/merge/references.ts";
import { maskInterpolations } from "../../src/merge/terraform-mask.ts";
import { coreOf, hclParser, partsOf, readBlock } from "../../src/merge/terraform-tree.ts";
import { terraformGrammar } from "../support/policy-reader.ts";

const parse = await hclParser(terraformGrammar);
const ARN = "arn:aws:s3:::photos";
const references: References = {
  tool: "terraform",
  nameOf: arnNamer([{ arn: ARN, expression: 'aws_s3_bucket.b["x"].arn' }]),
  textOf: (expression) => (expression === "aws_s3_bucket.b.id" ? "photos" : undefined),
  notes: [],
};

function masked(line: string) {
  const text = `locals {\n  x = <<EOF\n${line}\nEOF\n}\n`;
  const [block] = partsOf(partsOf(parse(text, "x.tf"), "body")[0], "block");
  const value = block && readBlock(block).attributes.get("x");
  if (value === undefined) throw new Error("no heredoc");
  const start = text.indexOf(line);
  return maskInterpolations({ text, references }, coreOf(value), { start, end: start + line.length });
}

test("every place stays where it was", () => {
  const line = `a \${var.a}\${x["é"]} "b"`;
  const { text, hasMasks, unmasked } = masked(line);
  expect([text.length, hasMasks]).toEqual([line.length, true]);
  expect(text).not.toContain("$");
  expect(unmasked(text)).toBe(line);
  expect(masked("plain").hasMasks).toBe(false);
});

test("what is known is read as its text, and written as it stood", () => {
  const { text, readText, sourceOf, unmasked } = masked("arn:aws:s3:::${aws_s3_bucket.b.id}/*");
  expect(readText(text)).toEqual({ text: `${ARN}/*`, isComputed: false });
  expect(unmasked(sourceOf(`${ARN}/*`))).toBe("arn:aws:s3:::${aws_s3_bucket.b.id}/*");
});

test("what is not known is computed", () => {
  const { text, readText } = masked("${var.bucket}/*");
  expect(readText(text)).toEqual({ text: "*/*", isComputed: true });
});

test("a text that a resource is named for is written with the reference, each once", () => {
  const { sourceOf, unmasked } = masked("plain");
  expect(unmasked(sourceOf(`${ARN}/\${aws:username}`))).toBe('${aws_s3_bucket.b["x"].arn}/$${aws:username}');
  expect(sourceOf(ARN)).toBe(sourceOf(ARN));
  expect(unmasked(sourceOf("arn:aws:s3:::other"))).toBe("arn:aws:s3:::other");
});
