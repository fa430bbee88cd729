import { expect, test } from "vitest";
import { addressingOf } from "../../src/services/decode-records.ts";

test("what both versions answer is meant for version 2", () => {
  expect(addressingOf("Greengrass")?.supersededBy).toBe("GreengrassV2");
  expect(addressingOf("GreengrassV2")).toBeUndefined();
});
