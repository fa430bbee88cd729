import { expect, test } from "vitest";
import { seenLines } from "../../src/cli/provenance-text.ts";

const [FIRST, LAST] = ["2026-01-02T12:00:00.000Z", "2026-01-02T13:00:00.000Z"];

test.each([
  [{}, []],
  [{ firstSeenAt: FIRST, lastSeenAt: LAST }, [`from ${FIRST} to ${LAST}`]],
  [{ firstSeenAt: FIRST, lastSeenAt: FIRST }, [`at ${FIRST}`]],
  [{ lastSeenAt: LAST }, [`last at ${LAST}`]],
  [{ callSites: [{ at: "src/upload.ts:42", requests: 1 }] }, ["called from src/upload.ts:42"]],
  [{ callSites: [{ at: "src/upload.ts:42", requests: 3 }] }, ["called from src/upload.ts:42, 3 requests"]],
])("%j", (seen, lines) => {
  expect(seenLines(seen)).toEqual(lines);
});

test("many places are counted", () => {
  const callSites = Array.from({ length: 12 }, (_, line) => ({ at: `a.ts:${line + 1}`, requests: 1 }));
  expect(seenLines({ callSites }).slice(-2)).toEqual(["called from a.ts:10", "and 2 more places"]);
});
