import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/decode/api-call.ts";
import {
  parseCall,
  parseFields,
  parseHeader,
  parseLearned,
  parseNotice,
  parseOutcome,
  parseTunnel,
  parseUndecoded,
  whole,
} from "../../src/record/parse-line.ts";
import { callLine, callText } from "../../src/record/recording-line.ts";
import { apiCall, SUCCEEDED } from "../support/api-call.ts";

const CALL = parseFields(callLine(1, callText(apiCall()), { outcome: SUCCEEDED, firstSeenAt: 0 })) ?? {};

test.each(["", "{", "[1]", "null", "7", '"text"'])("no object is in %j", (line) => {
  expect(parseFields(line)).toBeUndefined();
});

describe("a call line", () => {
  test("is read whole", () => {
    expect(parseCall(CALL)).toEqual(apiCall());
    expect(parseCall({ ...CALL, inputTruncated: true })).toEqual(apiCall({ inputTruncated: true }));
  });

  test.each<[string, JsonObject]>([
    ["its operation is no text", { operation: 7 }],
    ["its protocol is unknown", { protocol: "carrier-pigeon" }],
    ["its signature kind is unknown", { auth: "wax" }],
    ["its source is unknown", { source: "hearsay" }],
    ["its input is a list", { input: [] }],
    ["its members are no list", { members: "Bucket" }],
    ["its outcome is missing", { outcome: null }],
    ["the kind of its outcome is unknown", { outcome: { kind: "shrugged" } }],
  ])("is refused where %s", (_, overrides) => {
    expect(parseCall({ ...CALL, ...overrides })).toBeUndefined();
  });
});

test("the other lines are refused where a field is missing or of another type", () => {
  expect(parseHeader({ startedAt: "x", program: "y" })).toBeUndefined();
  expect(parseOutcome({})).toBeUndefined();
  expect(parseUndecoded({ reason: "because", authority: "a" })).toBeUndefined();
  expect(parseUndecoded({ reason: "unsigned" })).toBeUndefined();
  expect(parseTunnel({ authority: "a" })).toBeUndefined();
  expect(parseNotice({ detail: "d" })).toBeUndefined();
  expect(parseLearned({ type: "learned", kind: "gossip" })).toBeUndefined();
  expect(parseLearned({ type: "learned", kind: "role", role: "k" })).toBeUndefined();
  expect(parseLearned({ type: "learned", kind: "session", id: "s" })).toBeUndefined();
  expect(parseLearned({ type: "identity", id: "i", account: "a", from: "f" })).toBeUndefined();
});

test("fields that are no part of the format stay behind", () => {
  expect(parseNotice({ type: "notice", code: "c", count: 3, extra: true })).toEqual({ code: "c" });
  expect(parseTunnel({ type: "tunnel", authority: "a", why: "w", extra: true })).toEqual({ authority: "a", why: "w" });
});

test.each([
  [3, 3],
  [0, 0],
  [-1, undefined],
  [1.5, undefined],
  ["3", undefined],
])("the whole number in %j is %j", (value, expected) => {
  expect(whole({ n: value }, "n")).toBe(expected);
});

test("the keys of an outcome are names and texts", () => {
  const keys = { key: "alias/queues", source: 7 };
  expect(parseOutcome({ outcome: { kind: "succeeded", keys } })).toEqual({
    kind: "succeeded",
    keys: { key: "alias/queues" },
  });
  expect(parseOutcome({ outcome: { kind: "succeeded", keys: ["k"] } })).toEqual({ kind: "succeeded" });
});
