import fc from "fast-check";
import { expect, test } from "vitest";
import { hclParser, partsOf, readBlock } from "../../src/merge/terraform-tree.ts";
import {
  homeSources,
  objectEntries,
  readHclValue,
  withDoubling,
  withoutDoubling,
  writeHclText,
} from "../../src/merge/terraform-value.ts";
import { terraformGrammar } from "../support/policy-reader.ts";

const parse = await hclParser(terraformGrammar);

function expression(text: string) {
  const [block] = partsOf(partsOf(parse(`locals {\n  x = ${text}\n}\n`, "x.tf"), "body")[0], "block");
  const value = block && readBlock(block).attributes.get("x");
  if (value === undefined) throw new Error("no value");
  return value;
}

const reading = (hasAmpersandVariables = false) => ({ sources: new Map<string, string>(), hasAmpersandVariables });
const literal = (text: string) => ({ text, isComputed: false });
const COMPUTED = { text: "*", isComputed: true };

test.each([
  ['"a\\"\\u0041\\n"', literal('a"A\n')],
  ['"$${aws:username}"', literal("${aws:username}")],
  ["true", literal("true")],
  ["10", literal("10")],
  ['["a", var.b]', [literal("a"), COMPUTED]],
  ["aws_s3_bucket.b.arn", COMPUTED],
  ['"${aws_s3_bucket.b.arn}/*"', { text: "*/*", isComputed: true }],
  ['merge(["a"], ["b"])', COMPUTED],
  ['"arn:aws:sqs:${data.aws_region.current.name}:${var.account_id}:q"', literal("arn:aws:sqs:*:*:q")],
  [
    '{ "a" = "b", c : "d" }',
    {
      entries: new Map([
        ["a", literal("b")],
        ["c", literal("d")],
      ]),
    },
  ],
])("%s is read as IAM would", (text, value) => {
  expect(readHclValue(expression(text), reading())).toMatchObject(value);
});

test("in a policy document's block, variables of IAM have an ampersand", () => {
  expect(readHclValue(expression('"home/&{aws:username}"'), reading(true))).toEqual(literal("home/${aws:username}"));
  expect(writeHclText("home/${aws:username}", reading(true))).toBe('"home/&{aws:username}"');
});

test("what names a place by reference is written so again", () => {
  const about = reading();
  const source = '"arn:aws:sqs:${local.region}:*:q"';
  readHclValue(expression(source), about);
  expect(writeHclText("arn:aws:sqs:*:*:q", about)).toBe(source);
});

test("a text written and read is the same text", () => {
  const text = fc.string().map((one) => one.replace(/\p{Cc}/gu, ""));
  fc.assert(
    fc.property(
      fc.oneof(text, fc.constantFrom("${*}", "a%{b", "${$}x", '"', "\\", "${aws:username}", "&")),
      (value) => {
        expect(withoutDoubling(withDoubling("${a}%{b}"))).toBe("${a}%{b}");
        expect(readHclValue(expression(writeHclText(value, reading())), reading())).toEqual(literal(value));
      },
    ),
  );
});

test("entries of an object have their names without quotes", () => {
  const node = expression("{ a = 1 }");
  expect(objectEntries(node.namedChildren[0]?.namedChildren[0] ?? node).map(({ name }) => name)).toEqual(["a"]);
});

test("places of the policy's home are written as its text names them, and only those it names", () => {
  const home = { partition: "aws", region: "eu-west-1", account: "111122223333" };
  const text = '"${data.aws_region.current.name} ${ var.account_id }"';
  const write = (arn: string) => writeHclText(arn, { ...reading(), home: homeSources(text, home) });
  expect(write("arn:aws:sqs:eu-west-1:111122223333:eu-west-1")).toBe(
    '"arn:aws:sqs:${data.aws_region.current.name}:${var.account_id}:eu-west-1"',
  );
  expect(write("arn:aws:sqs:eu-west-2:444455556666:${*}")).toBe('"arn:aws:sqs:eu-west-2:444455556666:$${*}"');
  expect(homeSources(text)).toEqual({});
});

test("control characters are spelled as HCL reads them, not as JSON does", () => {
  expect(writeHclText("a\b\f\n\\b", reading())).toBe('"a\\u0008\\u000c\\n\\\\b"');
});

test("an ampersand is written as it is, whatever comes behind it", () => {
  expect(writeHclText("arn:aws:s3:::b/a&{c}", reading())).toBe('"arn:aws:s3:::b/a&{c}"');
});
