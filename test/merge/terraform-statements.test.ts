import { describe, expect, test } from "vitest";
import type { Statement } from "../../src/iam/policy-document.ts";
import { moduleStatements } from "../../src/merge/terraform-statements.ts";
import { hclParser, partsOf, readBlock } from "../../src/merge/terraform-tree.ts";
import { withTextEdits } from "../../src/merge/text-edits.ts";
import { terraformGrammar } from "../support/policy-reader.ts";

const parse = await hclParser(terraformGrammar);
const ADDED: Statement = { Sid: "IamgenA", Effect: "Allow", Action: "a:B", Resource: "arn:aws:a:::x" };
const CONDITIONAL: Statement = { ...ADDED, Condition: { StringEquals: { k: "1" } } };

function policyOf(text: string, attribute = "policy_statements") {
  const [block] = partsOf(partsOf(parse(text, "x.tf"), "body")[0], "block");
  const value = block && readBlock(block).attributes.get(attribute);
  return value && moduleStatements({ text }, attribute, value);
}

const module = (value: string, attribute = "policy_statements") => `module "m" {\n  ${attribute} = ${value}\n}\n`;
const edited = (
  value: string,
  edits: { added?: Statement[]; removed?: number[]; replaced?: [number, Statement][] },
) => {
  const { added = [], removed = [], replaced = [] } = edits;
  const text = module(value);
  const made = policyOf(text)?.edits({ replaced: new Map(replaced), removed: new Set(removed), added }) ?? [];
  return withTextEdits(text, made);
};

describe("what is read", () => {
  test("the key of a map is the Sid, as the module makes it, and Allow is the rule", () => {
    const value =
      '{ read_it = { actions = ["a:B"], resources = ["&{aws:username}"] }, "x-y" = { effect = "Deny", not_actions = ["a:C"], resources = [var.x] } }';
    expect(
      policyOf(module(value))?.statements.map(({ statement, isComputed }) => ({ ...statement, isComputed })),
    ).toEqual([
      { Sid: "readit", Effect: "Allow", Action: ["a:B"], Resource: ["$" + "{aws:username}"], isComputed: false },
      { Sid: "xy", Effect: "Deny", NotAction: ["a:C"], Resource: ["*"], isComputed: true },
    ]);
  });

  test.each([
    ["a list", '[{ test = "Bool", variable = "k", values = ["true"] }]'],
    ["a map", '{ any = { test = "Bool", variable = "k", values = ["true"] } }'],
  ])("conditions in %s", (_, conditions) => {
    const value = `[{ sid = "S", actions = ["a:B"], resources = ["*"], conditions = ${conditions} }]`;
    expect(policyOf(module(value))?.statements[0]?.statement).toEqual({
      Sid: "S",
      Effect: "Allow",
      Action: ["a:B"],
      Resource: ["*"],
      Condition: { Bool: { k: ["true"] } },
    });
  });

  test("conditions that are written otherwise are computed", () => {
    const value = '[{ actions = ["a:B"], resources = ["*"], conditions = var.conditions }]';
    expect(policyOf(module(value))?.statements[0]?.isComputed).toBe(true);
  });

  test.each([
    [
      "a trust",
      '[{ actions = ["sts:AssumeRole"], principals = [{ type = "Service", identifiers = ["x"] }] }]',
      "trust_statements",
    ],
    ["another attribute", '[{ actions = ["a:B"], resources = ["*"] }]', "rules"],
    ["something else", '{ a = { name = "b" } }', "policy_statements"],
    ["nothing", "{}", "policy_statements"],
    ["a variable", "var.statements", "policy_statements"],
  ])("%s is none", (_, value, attribute) => {
    expect(policyOf(module(value, attribute), attribute)).toBeUndefined();
  });
});

describe("what is written", () => {
  const ONE = 'x = { actions = ["a:C"], resources = ["*"] }';
  const NEW = 'IamgenA = { effect = "Allow", actions = ["a:B"], resources = ["arn:aws:a:::x"] }';

  test.each([
    ["one line", `{ ${ONE} }`, `{ ${ONE}, ${NEW} }`],
    ["lines without commas", `{\n    ${ONE}\n  }`, `{\n    ${ONE}\n    ${NEW}\n  }`],
    ["lines with commas", `{\n    ${ONE},\n  }`, `{\n    ${ONE},\n    ${NEW},\n  }`],
  ])("an entry of a map in %s", (_, before, after) => {
    expect(edited(before, { added: [ADDED] })).toBe(module(after));
  });

  test("in the place of an old one, and nothing for one that goes", () => {
    const old = 'IamgenOld = { actions = ["a:Z"], resources = ["*"] }';
    expect(edited(`{ ${old}, ${ONE} }`, { replaced: [[0, ADDED]] })).toBe(module(`{ ${NEW}, ${ONE} }`));
    expect(edited(`{ ${ONE}, ${old} }`, { removed: [1] })).toBe(module(`{ ${ONE} }`));
  });

  test("a condition by the name that a neighbour has for it, and by no guess", () => {
    const condition = 'conditions = [{ test = "Bool", variable = "k", values = ["true"] }]';
    expect(edited(`[{ actions = ["a:C"], resources = ["*"], ${condition} }]`, { added: [CONDITIONAL] })).toContain(
      'resources = ["arn:aws:a:::x"], conditions = [{ test = "StringEquals", variable = "k", values = ["1"] }] }',
    );
    expect(() => edited(`{ ${ONE} }`, { added: [CONDITIONAL] })).toThrow(/how the module takes conditions/);
  });
});
