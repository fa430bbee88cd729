import { expect, test } from "vitest";
import { isFirstAttempt } from "../../src/decode/sdk-attempt.ts";

test.each<[string | undefined, boolean]>([
  ["attempt=1; max=3", true],
  ["attempt=1", true],
  ["ttl=20260115T123456Z; attempt=1; max=3", true],
  ["attempt=2; max=3", false],
  ["attempt=11; max=30", false],
  ["max=1", false],
  [undefined, false],
])("%s", (header, expected) => {
  expect(isFirstAttempt(header)).toBe(expected);
});
