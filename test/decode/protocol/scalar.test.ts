import { expect, test } from "vitest";
import { scalarOf } from "../../../src/decode/protocol/scalar.ts";

test.each([
  ["5", "integer", 5],
  ["-1.5e3", "double", -1500],
  ["9007199254740993", "long", "9007199254740993"],
  ["", "integer", ""],
  ["many", "integer", "many"],
  ["true", "boolean", true],
  ["false", "boolean", false],
  ["TRUE", "boolean", "TRUE"],
  ["007", "string", "007"],
  ["2026-01-15T12:30:00Z", "timestamp", "2026-01-15T12:30:00Z"],
  ["c2VjcmV0", "blob", ""],
  ["x", undefined, "x"],
] as const)("%j as %s is %j", (text, type, value) => {
  expect(scalarOf(text, type)).toBe(value);
});
