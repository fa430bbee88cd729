import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Progress, progressText, showProgress } from "../../src/cli/live-progress.ts";
import { Output } from "../../src/cli/output.ts";
import { KeepingSink } from "../support/sink.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test.each([
  [{ calls: 1, operations: 1, denied: 0 }, "iamgen: 1 call of 1 operation"],
  [{ calls: 1234, operations: 12, denied: 3 }, "iamgen: 1,234 calls of 12 operations, 3 denied"],
])("%j", (progress, text) => {
  expect(progressText(progress)).toBe(text);
});

test("shows what changed since the last look, from the first call until it is stopped", () => {
  const stderr = new KeepingSink(true);
  const output = new Output({ stdout: new KeepingSink(), stderr, environment: { TERM: "xterm" } });
  let progress: Progress = { calls: 0, operations: 0, denied: 0 };
  const stop = showProgress(output, "status", () => progress);
  const shown = (): string => {
    vi.advanceTimersByTime(1000);
    const text = stderr.text;
    stderr.text = "";
    return text;
  };

  expect(shown()).toBe("");
  progress = { calls: 1, operations: 1, denied: 0 };
  expect(shown()).toBe("\r\u001B[2Kiamgen: 1 call of 1 operation");
  expect(shown()).toBe("");
  stop();
  expect(stderr.text).toBe("\r\u001B[2K");
  progress = { calls: 2, operations: 1, denied: 0 };
  stderr.text = "";
  expect(shown()).toBe("");
});
