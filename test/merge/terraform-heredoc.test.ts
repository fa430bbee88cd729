import { expect, test } from "vitest";
import type { Statement } from "../../src/iam/policy-document.ts";
import { heredocPolicy } from "../../src/merge/terraform-heredoc.ts";
import { coreOf, hclParser, partsOf, readBlock } from "../../src/merge/terraform-tree.ts";
import { withTextEdits } from "../../src/merge/text-edits.ts";
import { terraformGrammar } from "../support/policy-reader.ts";

const parse = await hclParser(terraformGrammar);

function policyIn(text: string) {
  const [block] = partsOf(partsOf(parse(text, "x.tf"), "body")[0], "block");
  const value = block && readBlock(block).attributes.get("x");
  return value && heredocPolicy({ text }, coreOf(value));
}

const heredoc = (json: string) => `locals {\n  x = <<EOF\n${json}\nEOF\n}\n`;
const statement = (resource: string) =>
  `{"Statement": [{"Sid": "IamgenA", "Effect": "Allow", "Action": "a:B", "Resource": "${resource}"}]}`;

test.each([
  ["arn:aws:a:${var.region}:${local.account_id}:x", "arn:aws:a:*:*:x", false],
  ["${aws_x.y.arn}/*", "*/*", true],
  ["home/$${aws:username}", "home/${aws:username}", false],
])("%s is read as %s, computed: %s", (resource, text, isComputed) => {
  expect(policyIn(heredoc(statement(resource)))?.statements).toMatchObject([
    { statement: { Resource: text }, isComputed },
  ]);
});

test("what is filled in is written as it was, what is new is escaped", () => {
  const text = heredoc(statement("arn:aws:a:${var.region}:1:x"));
  const after: Statement = { Effect: "Allow", Action: "a:B", Resource: ["arn:aws:a:*:1:x", "${aws:username}"] };
  const edits = { replaced: new Map([[0, after]]), removed: new Set<number>(), added: [] };
  expect(withTextEdits(text, policyIn(text)?.edits(edits) ?? [])).toBe(
    heredoc(
      '{"Statement": [{"Effect": "Allow", "Action": "a:B", "Resource": ["arn:aws:a:${var.region}:1:x", "$${aws:username}"]}]}',
    ),
  );
});

test.each(["plain text", '{"a": 1}', "{broken"])("%s is no policy", (json) => {
  expect(policyIn(heredoc(json))).toBeUndefined();
});
