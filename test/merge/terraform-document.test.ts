import { expect, test } from "vitest";
import type { Statement } from "../../src/iam/policy-document.ts";
import { documentPolicy } from "../../src/merge/terraform-document.ts";
import { hclParser, partsOf, readBlock } from "../../src/merge/terraform-tree.ts";
import { withTextEdits } from "../../src/merge/text-edits.ts";
import { terraformGrammar } from "../support/policy-reader.ts";

const parse = await hclParser(terraformGrammar);

function policyIn(text: string) {
  const [block] = partsOf(partsOf(parse(text, "x.tf"), "body")[0], "block");
  const policy = block && documentPolicy({ text }, readBlock(block));
  if (policy === undefined) throw new Error("no policy");
  return policy;
}
const document = (...statements: string[]) =>
  `data "aws_iam_policy_document" "d" {\n${statements.map((one) => `  statement {\n${one}\n  }\n`).join("\n")}}\n`;
const NONE = { replaced: new Map<number, Statement>(), removed: new Set<number>(), added: [] };

test("a statement without effect allows; blocks of conditions are one condition", () => {
  const condition = (key: string) =>
    `    condition {\n      test = "StringEquals"\n      variable = "${key}"\n      values = ["1"]\n    }`;
  const text = document(`    not_actions = ["a:B"]\n    resources = ["*"]\n${condition("k")}\n${condition("l")}`);
  expect(policyIn(text).statements[0]).toMatchObject({
    statement: {
      Effect: "Allow",
      NotAction: ["a:B"],
      Resource: ["*"],
      Condition: { StringEquals: { k: ["1"], l: ["1"] } },
    },
    isComputed: false,
  });
});

test.each([
  ["a condition made in a loop", '    dynamic "condition" {\n      for_each = []\n      content {}\n    }'],
  ["a computed key", '    condition {\n      test = var.t\n      variable = "k"\n      values = []\n    }'],
  ["a computed list", "    resources = var.all"],
])("%s makes the statement computed", (_, more) => {
  expect(policyIn(document(`    actions = ["a:B"]\n${more}`)).statements[0]?.isComputed).toBe(true);
});

const [A, B] = ['    sid = "A"', '    sid = "B"'];

test.each([
  ["the first", [0], document(B).replace("{\n  statement", "{\n\n  statement")],
  ["the last", [1], document(A)],
])("%s removed goes with its lines", (_, removed, after) => {
  const text = document(A, B);
  const edited = withTextEdits(text, policyIn(text).edits({ ...NONE, removed: new Set(removed) }));
  expect(edited.replace(/\n+/g, "\n")).toBe(after.replace(/\n+/g, "\n"));
});

test("a statement is replaced where it stands, in the style of the first", () => {
  const text = document('    actions = ["x:Y"]', B);
  const statement: Statement = { Effect: "Allow", Action: ["a:B", "a:C"], Resource: "*" };
  expect(withTextEdits(text, policyIn(text).edits({ ...NONE, replaced: new Map([[1, statement]]) }))).toBe(
    document('    actions = ["x:Y"]', '    effect    = "Allow"\n    actions   = ["a:B", "a:C"]\n    resources = ["*"]'),
  );
});

test.each(["# of A", "// of A", "/* of A */"])("a comment behind the last statement stays with it: %s", (comment) => {
  const text = document(`    actions = ["a:B"]\n    resources = ["*"]`).replace(/ {2}\}\n\}\n$/, `  } ${comment}\n}\n`);
  const added: Statement[] = [{ Sid: "IamgenA", Effect: "Allow", Action: "a:C", Resource: "*" }];
  const edited = withTextEdits(text, policyIn(text).edits({ ...NONE, added }));
  expect(edited).toContain(`  } ${comment}\n\n  statement {\n    sid `);
  expect(edited).toMatch(/\n {2}\}\n\}\n$/);
});
