import { expect, test } from "vitest";
import { fishCompletion } from "../../../src/cli/completion/fish.ts";

const lines = fishCompletion().split("\n");

test.each([
  ["a path", "-n '__fish_seen_subcommand_from run' -l output -s o -r -F -d 'write the policy to FILE'"],
  [
    "choices",
    "-n '__fish_seen_subcommand_from run' -l denied -x -a 'include exclude only' -d 'refused calls: include (default), exclude, only'",
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
