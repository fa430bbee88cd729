import { describe, expect, test } from "vitest";
import { type CodeLanguage, type CodeNode, codeValueAt } from "../../src/merge/code-tree.ts";

const read = (text: string, language: CodeLanguage = "typescript"): CodeNode =>
  codeValueAt({ fileName: "a.ts", text, language }, 0);

/** Without places. */
function shape(node: CodeNode): unknown {
  if (node.kind === "text") return node.parts;
  if (node.kind === "list") return node.items.map(shape);
  if (node.kind === "expression") return { expression: node.source };
  const entries = node.entries.map(({ key, value }) => [key, shape(value)]);
  return node.kind === "map" ? { entries } : { callee: node.callee, entries };
}

describe("TypeScript", () => {
  test.each([
    ['"a\\"\\u0041\\n\\x42\\u{1F408}"', ['a"A\nB🐈']],
    ["'it\\'s'", ["it's"]],
    ["`a ${Aws.REGION} \\${b} $ \\``", ["a ", { expression: "Aws.REGION" }, " ${b} $ `"]],
    ["pulumi.interpolate`${region.id}`", [{ expression: "region.id" }]],
    ["[/* all */ 'a', // first\n 'b',]", [["a"], ["b"]]],
    [
      "{ a: 'x', \"b:c\": ['y'] }",
      {
        entries: [
          ["a", ["x"]],
          ["b:c", [["y"]]],
        ],
      },
    ],
    [
      "new iam.PolicyStatement({ sid: 'x' })",
      { callee: "iam.PolicyStatement", entries: [["", { entries: [["sid", ["x"]]] }]] },
    ],
    ["iam.Effect.ALLOW", { expression: "iam.Effect.ALLOW" }],
    ["'a' + b({ c: `}` })", { expression: "'a' + b({ c: `}` })" }],
    [
      "[...others, bucket.arnFor('*')]",
      [{ expression: "...others" }, { callee: "bucket.arnFor", entries: [["", ["*"]]] }],
    ],
  ])("%s", (text, expected) => {
    expect(shape(read(text))).toEqual(expected);
  });
});

describe("Python", () => {
  test.each([
    ["'a\\U0001F408'", ["a🐈"]],
    ['f"a {Aws.REGION} {{b}} ${{c}}"', ["a ", { expression: "Aws.REGION" }, " {b} ${c}"]],
    ["[ # all\n 'a', \"b\"]", [["a"], ["b"]]],
    [
      "iam.PolicyStatement(sid='x', actions=['y'])",
      {
        callee: "iam.PolicyStatement",
        entries: [
          ["sid", ["x"]],
          ["actions", [["y"]]],
        ],
      },
    ],
    ["{'a': 'x'}", { entries: [["a", ["x"]]] }],
    ['"""a, b"""', { expression: '"""a, b"""' }],
    ["'a' 'b'", { expression: "'a' 'b'" }],
    ["r'\\d'", { expression: "r'\\d'" }],
  ])("%s", (text, expected) => {
    expect(shape(read(text, "python"))).toEqual(expected);
  });
});

test("a value stands where its text does, whatever is around it", () => {
  const text = "  /* a */ [ 'b' ] // c";
  const { start, end } = read(text);
  expect(text.slice(start, end)).toBe("[ 'b' ]");
});

test.each([
  ["['a'", "a.ts:1:1: `[` is never closed"],
  ["['a' 'b'", "a.ts:1:1: `[` is never closed"],
  ["['a'; 'b']", "a.ts:1:5: `,` or `]` is missing"],
  ["`a", "a.ts:1:1: a text that does not end"],
  ["[,]", "a.ts:1:2: a value is missing"],
])("%s is told with its place", (text, says) => {
  expect(() => read(text)).toThrow(says);
});
