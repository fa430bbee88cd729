import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeRecordings } from "../../src/record/merge-recordings.ts";
import { readRecording } from "../../src/record/read-recording.ts";
import type { Recording } from "../../src/record/recording.ts";
import { decoded, SUCCEEDED } from "../support/api-call.ts";
import { recordedBy } from "../support/recorded-by.ts";
import { HEADER, recorderTo } from "../support/recorder.ts";

/** A shard that made these operations and ended, or was killed. */
function shard(operations: readonly string[], program: string, exitCode?: number): Recording {
  const recorder = recorderTo([], { header: { ...HEADER, program, startedAt: `2026-01-0${operations.length + 1}` } });
  for (const operation of operations) {
    recorder.call(decoded({ operation }), SUCCEEDED, 0);
    recorder.undecoded({ kind: "undecoded", reason: "unsigned", authority: `${operation}:443` });
    recorder.learned({ kind: "created", resource: operation, by: "test" });
  }
  recorder.tunnel({ authority: "example.com:443", why: "not-aws" });
  if (exitCode !== undefined) recorder.end(exitCode, 0);
  return recordedBy(recorder);
}

test("equal calls add their counts and are numbered anew", () => {
  const merged = mergeRecordings([shard(["B", "A", "B"], "npm", 0), shard(["C", "B"], "go", 1)]);

  expect(merged.calls.map(({ n, operation, count }) => [n, operation, count])).toEqual([
    [1, "A", 1],
    [2, "B", 3],
    [3, "C", 1],
  ]);
  expect(merged.undecoded.map(({ authority, count }) => [authority, count])).toEqual([
    ["A:443", 1],
    ["B:443", 3],
    ["C:443", 1],
  ]);
  expect(merged.tunnels).toEqual([{ authority: "example.com:443", why: "not-aws", count: 2 }]);
  expect(merged.learned).toHaveLength(3);
  expect(merged.header).toMatchObject({ program: "go, npm", startedAt: "2026-01-03", version: "0.1.0" });
  expect(merged.end).toEqual({ exitCode: 1 });
});

test("which runs have a call is told, and which there were; one that is read twice is one", () => {
  const twice = shard(["B"], "sh", 0);
  const merged = mergeRecordings([twice, shard(["A", "B"], "npm", 0), shard(["B"], "go", 0), twice]);
  const runs = ["2026-01-02 go", "2026-01-02 sh", "2026-01-03 npm"];
  expect(merged.runs).toEqual(runs);
  expect(merged.calls.map((call) => [call.operation, call.runs])).toEqual([
    ["A", ["2026-01-03 npm"]],
    ["B", runs],
  ]);
});

test("a run that has not ended leaves the whole without an end", () => {
  expect(mergeRecordings([shard([], "npm", 0), shard([], "npm")]).end).toBeUndefined();
});

test("a single recording keeps its numbers", () => {
  const recording = shard(["B", "A"], "npm", 0);
  expect(mergeRecordings([recording])).toBe(recording);
});

test("nothing to merge is a mistake of the caller", () => {
  expect(() => mergeRecordings([])).toThrow(RangeError);
});

test("neither the order nor the grouping of the shards shows in the result", () => {
  const someShard = fc
    .tuple(fc.array(fc.constantFrom("A", "B", "C", "D"), { maxLength: 6 }), fc.constantFrom("npm", "go"), fc.nat(2))
    .map(([operations, program, exitCode]) => shard(operations, program, exitCode));
  const shards = fc.array(someShard, { minLength: 3, maxLength: 5 });
  fc.assert(
    fc.property(
      shards.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        const expected = mergeRecordings(all);
        expect(mergeRecordings(shuffled)).toEqual(expected);
        expect(mergeRecordings([mergeRecordings(shuffled.slice(0, 2)), ...shuffled.slice(2)])).toEqual(expected);
      },
    ),
  );
});

test("attempts keep to their calls under the new numbers, in the order of time", () => {
  const timed = (at: string, ...attempts: readonly (readonly [call: number, at: string])[]) => {
    const lines: string[] = [];
    const recorder = recorderTo(lines);
    recorder.call(decoded({ operation: at }), SUCCEEDED, 0);
    recorder.call(decoded({ operation: "Both" }), SUCCEEDED, 0);
    const written = attempts.map(([call, time]) => JSON.stringify({ type: "attempt", call, at: time }));
    return readRecording([...lines, ...written].map((line) => `${line.trimEnd()}\n`).join(""), at);
  };
  const one = timed("A", [1, "2026-01-01T10:00:00Z"], [2, "2026-01-01T12:00:00Z"]);
  const other = timed("B", [2, "2026-01-01T11:00:00Z"], [1, "2026-01-01T13:00:00Z"]);
  const { calls, attempts = [] } = mergeRecordings([one, other]);
  const operations = new Map(calls.map(({ n, operation }) => [n, operation]));
  expect(attempts.map(({ call }) => operations.get(call))).toEqual(["A", "Both", "Both", "B"]);
});
