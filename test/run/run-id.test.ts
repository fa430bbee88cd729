import { expect, test } from "vitest";
import { newRunId, startOfRun } from "../../src/run/run-id.ts";

const AT = new Date("2026-11-21T04:15:03.123Z");

test("names a run by its start, with a random part for runs of one moment", () => {
  expect(newRunId(AT)).toMatch(/^20261121T041503123Z-[0-9a-f]{6}$/);
  expect(newRunId(AT)).not.toBe(newRunId(AT));
});

test("sorts by start", () => {
  expect(newRunId(AT) < newRunId(new Date("2026-11-21T04:15:03.124Z"))).toBe(true);
});

test("reads the start back, from the name and from a file of that name", () => {
  expect([startOfRun(newRunId(AT)), startOfRun(`${newRunId(AT)}.ndjson`)]).toEqual([AT, AT]);
});

test.each(["", "notes", "20261121-abcdef", "20261121T041503123Z-abcdefg", "x20261121T041503123Z-abcdef"])(
  "takes `%s` for no run",
  (name) => {
    expect(startOfRun(name)).toBeUndefined();
  },
);
