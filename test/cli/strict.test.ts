import { expect, test } from "vitest";
import { Output } from "../../src/cli/output.ts";
import { judged } from "../../src/cli/strict.ts";
import { KeepingSink } from "../support/sink.ts";

function judgedWith(exitCode: number, findings: readonly string[]) {
  const stderr = new KeepingSink();
  const output = new Output({ stdout: new KeepingSink(), stderr, environment: {} });
  return [judged(exitCode, findings, { output }), stderr.text];
}

test("without findings nothing is said and nothing changes", () => {
  expect(judgedWith(0, [])).toEqual([0, ""]);
});

test("findings are said, and make a success 1", () => {
  expect(judgedWith(0, ["a", "b"])).toEqual([1, "iamgen: strict: a, b\n"]);
});

test("a failure keeps its own exit code", () => {
  expect(judgedWith(7, ["a"])).toEqual([7, "iamgen: strict: a\n"]);
});
