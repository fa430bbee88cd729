import { expect, test } from "vitest";
import { SERVICES, serviceRules } from "../../src/services/index.ts";

test("finds a record by the model's service id, and none for an API without one", () => {
  expect(serviceRules("S3")?.sdkId).toBe("S3");
  expect(serviceRules("No Such API")).toBeUndefined();
});

test("has one record for an API", () => {
  expect(new Set(SERVICES.map(({ sdkId }) => sdkId)).size).toBe(SERVICES.length);
});
