import { expect, test } from "vitest";
import { yamlStyleOf } from "../../src/merge/yaml-style.ts";
import { parseYaml, valueAt } from "../../src/merge/yaml-tree.ts";
import { flowStatement, scalarText, statementLines } from "../../src/merge/yaml-writer.ts";

const style = yamlStyleOf("", { statements: [] }, parseYaml("", "p.yaml"));
const writing = { style, sourceOf: () => undefined };
const statement = {
  Effect: "Deny",
  NotAction: ["a:B", "a:C"],
  Resource: "*",
  Condition: { Bool: { "aws:SecureTransport": "false" }, IpAddress: { "aws:SourceIp": ["10.0.0.0/8", "::1"] } },
} as const;

test("a statement in lines", () => {
  expect(statementLines(statement, writing)).toEqual([
    "Effect: Deny",
    "NotAction:",
    "  - a:B",
    "  - a:C",
    'Resource: "*"',
    "Condition:",
    "  Bool:",
    '    aws:SecureTransport: "false"',
    "  IpAddress:",
    "    aws:SourceIp:",
    '      - "10.0.0.0/8"',
    '      - "::1"',
  ]);
});

test("a statement in one line", () => {
  expect(flowStatement({ Effect: "Deny", Action: ["a:B", "{x}"], Resource: [] }, writing)).toBe(
    '{ Effect: Deny, Action: [a:B, "{x}"], Resource: [] }',
  );
});

test("a statement in braces, an element a line", () => {
  expect(flowStatement({ Effect: "Deny", Action: "a:B" }, writing, { inside: "    ", end: "  " })).toBe(
    "{\n    Effect: Deny,\n    Action: a:B\n  }",
  );
});

test("what is written is read back as it was", () => {
  const root = parseYaml(statementLines(statement, writing).join("\n"), "p.yaml");
  expect(valueAt(root, "Condition", "Bool", "aws:SecureTransport")).toMatchObject({ text: "false" });
});

test.each([
  ["it's", "it's", "'it''s'"],
  ["ä", '"ä"', '"ä"'],
])("quotes inside %s", (text, plain, single) => {
  expect(scalarText(text, { quote: "", needed: '"', isFlow: false })).toBe(plain);
  expect(scalarText(text, { quote: "'", needed: "'", isFlow: false })).toBe(single);
});

test("a condition key that cannot stand plain has quotes", () => {
  const statement = { Effect: "Allow", Condition: { StringEquals: { "aws:RequestTag/a: #b": "c" } } } as const;
  expect(statementLines(statement, { style, sourceOf: () => undefined }).at(-1)).toBe('    "aws:RequestTag/a: #b": c');
});
