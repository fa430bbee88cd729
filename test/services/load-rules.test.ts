import { expect, test } from "vitest";
import { loadRules } from "../../src/services/load-rules.ts";

test("finds the records that were asked for, and none for an API without one", async () => {
  const rulesOf = await loadRules(["S3", "No Such API", "constructor", "S3"]);
  expect(rulesOf("S3")?.sdkId).toBe("S3");
  expect(rulesOf("No Such API")).toBeUndefined();
  expect(rulesOf("constructor")).toBeUndefined();
});

test("says so when an API is looked up that was not asked for, which may well have a record", async () => {
  const rulesOf = await loadRules(["S3"]);
  expect(() => rulesOf("KMS")).toThrow("the record of KMS was not loaded");
});
