import { expect, test } from "vitest";
import { bracketProblem } from "../../src/merge/hcl-brackets.ts";

test.each([
  'a = "${f("}")} \\" $${ %%{" # {\n',
  "a = [ // (\n  /* [ */ { b = (1) }]\n",
  'policy = <<-EOF\n  { "a": [\n  EOF\nb = {}\n',
  "a = <<X\nX\n",
  'a = "%{ if x }[%{ endif }"',
])("%j has all partners", (text) => {
  expect(bracketProblem(text)).toBeUndefined();
});

test.each([
  ["a {\n  b = [\n}\n", 10, "`[` is not closed"],
  ["a {\n  b = 1\n", 2, "`{` is not closed"],
  ["a = 1 }\n", 6, "`}` closes nothing"],
  ['a = "b\nc = "d"\n', 4, "a text that does not end in its line"],
  ['a = "${b"\n', 8, "a text that does not end in its line"],
])("%j: offset %i, %s", (text, offset, says) => {
  expect(bracketProblem(text)).toEqual({ offset, says });
});
