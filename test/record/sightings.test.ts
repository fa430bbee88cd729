import { expect, test } from "vitest";
import { inTime, unitedSightings, unitedSites } from "../../src/record/sightings.ts";

test("counts add up, the first time is the earlier and the last the later, whoever comes first", () => {
  const one = { count: 2, firstSeenAt: "2026-01-01T10:00:00.000Z", lastSeenAt: "2026-01-01T11:00:00.000Z" };
  const other = { count: 3, firstSeenAt: "2026-01-01T09:00:00.000Z", lastSeenAt: "2026-01-01T10:30:00.000Z" };
  const united = { count: 5, firstSeenAt: other.firstSeenAt, lastSeenAt: one.lastSeenAt };
  expect(unitedSightings(one, other)).toEqual(united);
  expect(unitedSightings(other, one)).toEqual(united);
});

test("recordings without times and places have none afterwards", () => {
  expect(unitedSightings({ count: 1 }, { count: 1 })).toEqual({ count: 2 });
  expect(unitedSightings({ count: 1, lastSeenAt: "2026-01-01T11:00:00Z" }, { count: 1 })).toEqual({
    count: 2,
    lastSeenAt: "2026-01-01T11:00:00Z",
  });
});

test("places are sorted by file and line, each once", () => {
  const sites = ["b.ts:9", "a.ts:10", "a.ts:9", "b.ts:9"].map((at) => ({ at, requests: 2 }));
  expect(unitedSites(sites)).toEqual([
    { at: "a.ts:9", requests: 2 },
    { at: "a.ts:10", requests: 2 },
    { at: "b.ts:9", requests: 4 },
  ]);
});

test("attempts stand in the order of time, then of their calls", () => {
  const attempts = [
    { call: 2, at: "2026-01-01T10:00:00Z" },
    { call: 1, at: "2026-01-01T10:00:00Z" },
    { call: 3, at: "2026-01-01T09:00:00Z" },
  ];
  expect(inTime(attempts).map(({ call }) => call)).toEqual([3, 1, 2]);
});

test("a place in two tests is two, sorted by the test's name", () => {
  const site = (test: string | undefined, requests: number) => ({ at: "a.ts:1", ...(test && { test }), requests });
  expect(unitedSites([site("b", 1), site("a", 2), site(undefined, 3), site("b", 4)])).toEqual([
    site(undefined, 3),
    site("a", 2),
    site("b", 5),
  ]);
});
