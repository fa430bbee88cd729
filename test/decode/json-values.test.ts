import { expect, test } from "vitest";
import { isJsonArray, isJsonObject, jsonObject } from "../../src/decode/json-values.ts";

test("a hostile name becomes an own property", () => {
  const value = jsonObject([["__proto__", "x"]]);
  expect(Object.keys(value)).toEqual(["__proto__"]);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
});

test("tells objects, lists and scalars apart", () => {
  expect([{}, [], null, "a", 1, undefined].map(isJsonObject)).toEqual([true, false, false, false, false, false]);
  expect([{}, [], null, "a"].map(isJsonArray)).toEqual([false, true, false, false]);
});
