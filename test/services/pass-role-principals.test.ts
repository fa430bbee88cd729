import { expect, test } from "vitest";
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { PASSED_TO } from "../../src/services/pass-role-principals.ts";

const apis = openApiIndex();

test("speaks of APIs that exist", () => {
  const unknown = PASSED_TO.flatMap(({ sdkIds }) => sdkIds).filter((sdkId) => apis.withSdkId(sdkId) === undefined);
  expect(unknown).toEqual([]);
});

test("names principals of AWS", () => {
  const all = PASSED_TO.flatMap(({ principals = [] }) => principals);
  expect(all.filter((principal) => !/^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.amazonaws\.com$/.test(principal))).toEqual([]);
});

test("has no row that an earlier one hides", () => {
  const hidden = PASSED_TO.filter((row, index) =>
    row.sdkIds.every((sdkId) =>
      PASSED_TO.slice(0, index).some(
        (earlier) =>
          earlier.sdkIds.includes(sdkId) && earlier.operations === undefined && earlier.members === undefined,
      ),
    ),
  );
  expect(hidden).toEqual([]);
});

test("speaks of operations that exist", () => {
  const idle = PASSED_TO.filter(
    ({ sdkIds, operations }) =>
      operations !== undefined &&
      !sdkIds.some((sdkId) => {
        const client = apis.withSdkId(sdkId)?.client;
        return client !== undefined && [...apis.load(client).operations.keys()].some((name) => operations.test(name));
      }),
  );
  expect(idle).toEqual([]);
});
