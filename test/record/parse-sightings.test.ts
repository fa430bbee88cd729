import { expect, test } from "vitest";
import { parseAttempt, parseCaller, parseTimes } from "../../src/record/parse-sightings.ts";

const AT = "2026-01-02T12:00:00.000Z";

test("times are taken where they are times", () => {
  expect(parseTimes({ firstSeenAt: AT, lastSeenAt: "yesterday" })).toEqual({ firstSeenAt: AT });
  expect(parseTimes({ firstSeenAt: 7 })).toEqual({});
});

test("an attempt needs a call and a time", () => {
  expect(parseAttempt({ call: 1, at: AT, status: 200, ms: 3, invocationId: "i" })).toEqual({
    call: 1,
    at: AT,
    status: 200,
    ms: 3,
  });
  expect(parseAttempt({ call: 1, at: AT, status: "200" })).toEqual({ call: 1, at: AT });
  expect(parseAttempt({ call: -1, at: AT })).toBeUndefined();
  expect(parseAttempt({ call: 1 })).toBeUndefined();
});

test("a caller needs a call and a place; without a count it is one request", () => {
  expect(parseCaller({ call: 1, at: "src/a.ts:4" })).toEqual({ call: 1, at: "src/a.ts:4", requests: 1 });
  expect(parseCaller({ call: 1, at: "src/a.ts:4", count: 7 })?.requests).toBe(7);
  expect(parseCaller({ at: "src/a.ts:4" })).toBeUndefined();
  expect(parseCaller({ call: 1, at: 4 })).toBeUndefined();
});
