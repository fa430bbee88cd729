import { expect, test } from "vitest";
import { timelineLines, timelineText } from "../../src/cli/timeline-text.ts";
import { apiCall } from "../support/api-call.ts";

const CALL = { ...apiCall(), n: 1, count: 2 };
const AT = "2026-01-02T12:00:00.000Z";
const ATTEMPTS = [
  { call: 1, at: AT, status: 503, ms: 12 },
  { call: 2, at: AT, status: 200 },
  { call: 1, at: AT },
];

test("each attempt of the chosen calls is a line, with its place where that is the only one", () => {
  const placed = { ...CALL, callSites: [{ at: "src/a.ts:4", requests: 2 }] };
  expect(timelineText(ATTEMPTS, [placed])).toBe(
    `${AT} call 1: S3 PutObject, 503 after 12 ms from src/a.ts:4\n${AT} call 1: S3 PutObject, no answer from src/a.ts:4\n`,
  );
  const twice = { ...CALL, callSites: [...placed.callSites, { at: "src/b.ts:4", requests: 2 }] };
  expect(timelineText(ATTEMPTS.slice(0, 1), [twice])).toBe(`${AT} call 1: S3 PutObject, 503 after 12 ms\n`);
});

test("JSON has an object a line", () => {
  expect(
    timelineLines(ATTEMPTS, [CALL])
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { call: 1, at: AT, status: 503, ms: 12, sdkId: "S3", operation: "PutObject" },
    { call: 1, at: AT, sdkId: "S3", operation: "PutObject" },
  ]);
});
