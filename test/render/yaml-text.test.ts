import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { Expression, type Tree } from "../../src/render/tree.ts";
import { yamlScalar, yamlText } from "../../src/render/yaml-text.ts";
import { MISREAD } from "../support/misread-scalars.ts";

const VERSIONS = ["1.1", "1.2"] as const;

test.each(MISREAD)("%j is quoted", (text) => {
  expect(yamlScalar(text)).toMatch(/^".*"$/);
});

test.each(["s3:GetObject", "arn:aws:s3:::photos/*", "Allow", "AWS::IAM::ManagedPolicy", "Name of the role", "/a"])(
  "%s stands plain",
  (text) => {
    expect(yamlScalar(text)).toBe(text);
  },
);

test.each(VERSIONS)("YAML %s reads every text as it was, as value and as key", (version) => {
  const tree = Object.fromEntries(MISREAD.map((text) => [text, [text, { [text]: text }]]));
  expect(parse(yamlText(tree), { version })).toEqual(tree);
});

test.each(VERSIONS)("YAML %s reads every tree as it was", (version) => {
  const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      fc.string({ unit: "binary" }),
      fc.nat(),
      fc.array(tie("tree"), { maxLength: 3 }),
      fc.dictionary(fc.string(), tie("tree"), { maxKeys: 3, noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(tree, (value) => {
      expect(parse(yamlText(value), { version })).toEqual(value);
    }),
  );
});

test("lists and maps stand in block style, the first line of an item beside its dash", () => {
  expect(yamlText({ a: [{ b: "x", c: ["u", ["v"]] }], d: {}, e: [] })).toBe(
    "a:\n  - b: x\n    c:\n      - u\n      - - v\nd: {}\ne: []\n",
  );
});

test("a text of several lines is a block, unless a reader could take it for another", () => {
  expect(yamlText({ a: '{\n  "b": 1\n}\n' })).toBe('a: |\n  {\n    "b": 1\n  }\n');
  expect(yamlText({ a: " x\ny\n" })).toBe('a: " x\\ny\\n"\n');
  expect(yamlText({ a: "x\ny" })).toBe('a: "x\\ny"\n');
  expect(yamlText({ a: "x\n\u2028\ny\n" })).toBe('a: "x\\n\\u2028\\ny\\n"\n');
});

test("an expression stands as it is", () => {
  expect(yamlText({ a: new Expression("!Ref B") })).toBe("a: !Ref B\n");
});
