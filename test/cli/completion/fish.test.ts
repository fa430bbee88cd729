import { expect, test } from "vitest";
import { fishCompletion } from "../../../src/cli/completion/fish.ts";

const lines = fishCompletion().split("\n");

test.each([
  ["a path", "-n '__fish_seen_subcommand_from run' -l output -s o -r -F -d 'write the policy to FILE'"],
  [
    "choices",
    "-n '__fish_seen_subcommand_from check' -l fail-on -x -a 'missing excess any' -d 'exit code 1: missing (default), excess, any'",
  ],
  ["a switch", "-n '__fish_seen_subcommand_from merge' -l diff -d 'print the change, write nothing'"],
  [
    "a quote in what it says",
    "-n '__fish_seen_subcommand_from run' -l intercept -x -d 'read this host\\'s requests too'",
  ],
  ["operands of a list", "-n '__fish_seen_subcommand_from completion' -x -a 'bash zsh fish'"],
])("%s", (_, rest) => {
  expect(lines).toContain(`complete -c iamgen ${rest}`);
});
