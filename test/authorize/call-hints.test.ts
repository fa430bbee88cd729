import { expect, test } from "vitest";
import { hintsOf } from "../../src/authorize/call-hints.ts";
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import { CALL_HINTS } from "../../src/services/call-hints.ts";
import { apiCall } from "./small-world.ts";

const getObject = (httpStatus: number) =>
  apiCall("GetObject", {}, { sdkId: "S3", outcome: { kind: httpStatus < 300 ? "succeeded" : "failed", httpStatus } });

test("an object that was not found may have been hidden: who may list the bucket would know", () => {
  expect(hintsOf(getObject(404))).toMatchObject([{ code: "missing-object", action: "s3:ListBucket" }]);
});

test("an object that was found raises no question", () => {
  expect(hintsOf(getObject(200))).toEqual([]);
});

test("every hint speaks of operations and an action that exist", () => {
  const apis = openApiIndex();
  const authorization = openAuthorizationIndex();
  for (const { sdkId, operations, action } of CALL_HINTS) {
    const entry = apis.withSdkId(sdkId);
    const known = entry === undefined ? new Map() : apis.load(entry.client).operations;
    expect(operations.filter((operation) => !known.has(operation))).toEqual([]);
    const [prefix = "", name = ""] = action.split(":");
    expect(authorization.load(prefix)?.actions.has(name.toLowerCase()), action).toBe(true);
  }
});
