import { expect, test } from "vitest";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import { SHARED_PREFIXES } from "../../src/services/shared-prefixes.ts";

test("each is a prefix of AWS's tables, and stands once", () => {
  const { servicePrefixes } = openAuthorizationIndex();
  expect(SHARED_PREFIXES.filter((prefix) => !servicePrefixes.has(prefix))).toEqual([]);
  expect([...new Set(SHARED_PREFIXES)].sort()).toEqual(SHARED_PREFIXES);
});
