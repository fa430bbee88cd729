import { expect, test } from "vitest";
import { apiIndex } from "../../src/data/opened-indexes.ts";
import { TOLD_RESOURCES } from "../../src/services/told-resources.ts";

test("speaks of APIs and operations that exist", () => {
  const unknown = TOLD_RESOURCES.flatMap(({ sdkId, operations, toldBy }) => {
    const known = apiIndex().load(apiIndex().withSdkId(sdkId)?.client ?? "").operations;
    return [...operations, ...toldBy].filter((name) => !known.has(name)).map((name) => `${sdkId} ${name}`);
  });
  expect(unknown).toEqual([]);
});

test("no operation is told by two rows", () => {
  const told = TOLD_RESOURCES.flatMap(({ sdkId, operations }) => operations.map((name) => `${sdkId} ${name}`));
  expect(told.length).toBe(new Set(told).size);
});
