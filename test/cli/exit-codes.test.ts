import { expect, test } from "vitest";
import { exitCodeOf, provedExitCode, strictExitCode } from "../../src/cli/exit-codes.ts";
import { CommandError, InputError, SetupError, UsageError } from "../../src/errors.ts";

test.each([
  ["usage", new UsageError("unknown-option", ""), 2, 125],
  ["setup", new SetupError("port-in-use", ""), 3, 125],
  ["input", new InputError("recording-unreadable", ""), 4, 125],
  ["a bug", new TypeError(""), 70, 125],
  ["not executable", new CommandError("command-not-executable", ""), 126, 126],
  ["not found", new CommandError("command-not-found", ""), 127, 127],
])("%s: own verbs and run", (_, error, ownVerb, run) => {
  expect([exitCodeOf(error, "policy"), exitCodeOf(error, "run")]).toEqual([ownVerb, run]);
});

test("findings make a success 1 and leave a failure as it is", () => {
  expect([strictExitCode(0, []), strictExitCode(0, ["x"]), strictExitCode(3, ["x"])]).toEqual([0, 1, 3]);
});

test("a proof that fails is a bug, however the others end", () => {
  const proved = { sufficient: true, minimal: true };
  expect([provedExitCode([]), provedExitCode([proved])]).toEqual([0, 0]);
  expect(provedExitCode([proved, { ...proved, sufficient: false }])).toBe(70);
  expect(provedExitCode([{ ...proved, minimal: false }, proved])).toBe(70);
});
