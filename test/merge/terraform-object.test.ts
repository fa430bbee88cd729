import { expect, test } from "vitest";
import type { Statement } from "../../src/iam/policy-document.ts";
import { objectPolicy } from "../../src/merge/terraform-object.ts";
import { coreOf, hclParser, partsOf, readBlock } from "../../src/merge/terraform-tree.ts";
import { withTextEdits } from "../../src/merge/text-edits.ts";
import { terraformGrammar } from "../support/policy-reader.ts";

const parse = await hclParser(terraformGrammar);
const ADDED: Statement = { Effect: "Allow", Action: "a:B", Resource: "${x}" };

function policyIn(text: string) {
  const [block] = partsOf(partsOf(parse(text, "x.tf"), "body")[0], "block");
  const value = block && readBlock(block).attributes.get("x");
  return value && objectPolicy({ text }, coreOf(value));
}

function edited(text: string, edits: { added?: Statement[]; removed?: number[] }): string {
  const { added = [], removed = [] } = edits;
  return withTextEdits(text, policyIn(text)?.edits({ replaced: new Map(), removed: new Set(removed), added }) ?? []);
}

const object = (statements: string) => `locals {\n  x = { Statement = ${statements} }\n}\n`;
const TEAM = '{ Effect = "Deny", Action = "a:C", Resource = "*" }';

test.each([
  ["one alone", TEAM, `[${TEAM}, { Effect = "Allow", Action = "a:B", Resource = "$\${x}" }]`],
  ["a list in one line", `[${TEAM}]`, `[${TEAM}, { Effect = "Allow", Action = "a:B", Resource = "$\${x}" }]`],
])("%s gets another in its manner", (_, before, after) => {
  expect(edited(object(before), { added: [ADDED] })).toBe(object(after));
});

test("a trailing comma stays where the last one goes", () => {
  expect(edited(object(`[\n    ${TEAM},\n    ${TEAM},\n  ]`), { removed: [1] })).toBe(object(`[\n    ${TEAM},\n  ]`));
});

test.each([
  [
    "concat",
    `concat([${TEAM}], var.more)`,
    `concat([${TEAM}, { Effect = "Allow", Action = "a:B", Resource = "$\${x}" }], var.more)`,
  ],
  [
    "flatten",
    `flatten([[${TEAM}], ${TEAM}])`,
    `flatten([[${TEAM}], ${TEAM}, { Effect = "Allow", Action = "a:B", Resource = "$\${x}" }])`,
  ],
])("the list that %s takes gets another, and the rest is elsewhere", (_, before, after) => {
  expect(policyIn(object(before))?.isPartial).toBe(true);
  expect(edited(object(before), { added: [ADDED] })).toBe(object(after));
});

test("a list that only a condition puts there cannot be edited", () => {
  expect(policyIn(object(`var.x ? [${TEAM}] : []`))?.notEditable).toBe(
    `\`var.x ? [${TEAM}] : []\` computes its statements`,
  );
});

test("an element that is no object is computed", () => {
  expect(policyIn(object(`[${TEAM}, var.more]`))?.statements.map(({ isComputed }) => isComputed)).toEqual([
    false,
    true,
  ]);
});

test.each([
  ["no Statement", "locals {\n  x = { a = 1 }\n}\n"],
  ["a Principal", object('[{ Effect = "Allow", Principal = "*" }]')],
])("an object with %s is no policy of an identity", (_, text) => {
  expect(policyIn(text)).toBeUndefined();
});
