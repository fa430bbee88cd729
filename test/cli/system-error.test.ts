import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { systemCode, systemReason } from "../../src/cli/system-error.ts";

function thrownBy(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}

test("the system's words stand without the path", () => {
  const error = thrownBy(() => readFileSync("/nowhere/at/all"));
  expect([systemCode(error), systemReason(error)]).toEqual(["ENOENT", "no such file or directory"]);
});

test("other errors speak for themselves", () => {
  expect([systemCode(new Error("oops")), systemReason(new Error("oops"))]).toEqual([undefined, "oops"]);
  expect(systemReason("text")).toBe("text");
});
