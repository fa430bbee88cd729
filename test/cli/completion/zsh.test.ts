import { expect, test } from "vitest";
import { zshCompletion } from "../../../src/cli/completion/zsh.ts";

const lines = zshCompletion()
  .split("\n")
  .map((line) => line.trim());

test("begins as zsh asks of a completion file", () => {
  expect(lines[0]).toBe("#compdef iamgen");
});

test.each([
  [
    "two names of one option exclude each other",
    "'(--output -o)'{--output,-o}'[write the policy to FILE]:FILE:_files' \\",
  ],
  ["an option that repeats", "'*--generalise[grant this pattern for what lies within it]:ARN: ' \\"],
  ["choices", "'--denied[refused calls: include (default), exclude, only]:WHICH:(include exclude only)' \\"],
  [
    "a colon in an argument's name, a quote in what it says",
    "'*--intercept[read this host'\\''s requests too]:HOST[\\:PORT]: ' \\",
  ],
  ["the wrapped command completes as it would alone", "'*::command:_normal' ;;"],
])("%s", (_, line) => {
  expect(lines).toContain(line);
});
