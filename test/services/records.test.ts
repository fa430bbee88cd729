import { expect, test } from "vitest";
import { RECORDS } from "../../src/services/records.ts";

test("each record stands under its own service id", async () => {
  const ids = await Promise.all(Object.values(RECORDS).map(async (load) => (await load()).default.sdkId));
  expect(ids).toEqual(Object.keys(RECORDS));
  expect(ids).toContain("S3");
});
