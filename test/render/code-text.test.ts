import { expect, test } from "vitest";
import { codeText, enclosed, PYTHON, TYPESCRIPT, typescriptText } from "../../src/render/code-text.ts";
import { Expression } from "../../src/render/tree.ts";

test("keys are bare in TypeScript where they can be, quoted in Python", () => {
  const tree = { Sid: "a", "aws:x": ["b", new Expression("c")] };
  expect(codeText(tree, TYPESCRIPT)).toBe('{\n  Sid: "a",\n  "aws:x": ["b", c],\n}');
  expect(codeText(tree, PYTHON)).toBe('{\n    "Sid": "a",\n    "aws:x": ["b", c],\n}');
});

test("a list that fits no line or holds more than scalars has a line for each", () => {
  const long = "x".repeat(60);
  expect(codeText([long, long], TYPESCRIPT, "  ")).toBe(`[\n    "${long}",\n    "${long}",\n  ]`);
  expect(codeText([{ a: 1 }], TYPESCRIPT)).toBe("[\n  {\n    a: 1,\n  },\n]");
});

test("what is empty stays on its line", () => {
  expect(codeText([{}, []], TYPESCRIPT)).toBe("[\n  {},\n  [],\n]");
  expect(enclosed(["(", ")"], [], { before: "", inner: "  " })).toBe("()");
});

test("a text with a place is a template literal with its escapes", () => {
  const place = () => "P";
  expect(typescriptText(["a`b"], { place })).toBe("a`b");
  expect(typescriptText(["`\\ $" + "{x} $y\r", { place: "region" }], { tag: "t", place })).toEqual(
    new Expression("t`\\`\\\\ \\$" + "{x} $y\\r$" + "{P}`"),
  );
});
