import { expect, test } from "vitest";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import { GLOBAL_CONDITION_KEYS } from "../../src/iam/global-condition-keys.ts";

test("each is a key of its own, with the prefix of all global keys", () => {
  const keys = GLOBAL_CONDITION_KEYS.map((key) => key.toLowerCase());
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.filter((key) => !/^aws:[a-z0-9]+\/?$/.test(key))).toEqual([]);
});

test("every global key that AWS's tables list for some action is among them", () => {
  const { servicePrefixes, load } = openAuthorizationIndex();
  const listed = [...servicePrefixes]
    .flatMap((prefix) => [...(load(prefix)?.actions.values() ?? [])])
    .flatMap(({ conditionKeys }) => conditionKeys)
    .filter((key) => key.startsWith("aws:"))
    .map((key) => key.replace(/\$\{.*$/, ""));
  expect([...new Set(listed)].filter((key) => !GLOBAL_CONDITION_KEYS.includes(key))).toEqual([]);
});
