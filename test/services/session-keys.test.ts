import { expect, test } from "vitest";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import { SESSION_KEYS } from "../../src/services/session-keys.ts";

test("each has the prefix of an API, and stands once", () => {
  const { servicePrefixes } = openAuthorizationIndex();
  expect(SESSION_KEYS.filter((key) => !servicePrefixes.has(key.split(":")[0] ?? ""))).toEqual([]);
  expect(new Set(SESSION_KEYS).size).toBe(SESSION_KEYS.length);
});
