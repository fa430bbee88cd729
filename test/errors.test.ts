import { expect, test } from "vitest";
import { CommandError, InputError, SetupError, UsageError } from "../src/errors.ts";

test.each([
  [new UsageError("unknown-option", "x"), 2],
  [new SetupError("port-in-use", "x"), 3],
  [new InputError("recording-unreadable", "x"), 4],
  [new CommandError("command-not-executable", "x"), 126],
  [new CommandError("command-not-found", "x"), 127],
])("%s carries exit code %i", (error, exitCode) => {
  expect(error.exitCode).toBe(exitCode);
});

test("keeps the cause and the hint beside the message", () => {
  const cause = new Error("address already in use");
  const error = new SetupError("port-in-use", "cannot listen", { cause, hint: "pass --port 0" });

  expect({ cause: error.cause, hint: error.hint, message: error.message }).toEqual({
    cause,
    hint: "pass --port 0",
    message: "cannot listen",
  });
});
