import { expect, test } from "vitest";
import { hintsOf } from "../../src/authorize/call-hints.ts";
import { apiCall } from "./small-world.ts";

const getObject = (httpStatus: number) =>
  apiCall("GetObject", {}, { sdkId: "S3", outcome: { kind: httpStatus < 300 ? "succeeded" : "failed", httpStatus } });

test("an object that was not found may have been hidden: who may list the bucket would know", () => {
  expect(hintsOf(getObject(404))).toMatchObject([{ code: "missing-object", action: "s3:ListBucket" }]);
});

test("an object that was found raises no question", () => {
  expect(hintsOf(getObject(200))).toEqual([]);
});

test("a copy takes tags along, unless it is told to have others", () => {
  const copy = (input: Record<string, string>) => hintsOf(apiCall("CopyObject", input, { sdkId: "S3" }));
  expect(copy({}).map(({ action }) => action)).toEqual(["s3:GetObjectTagging", "s3:PutObjectTagging"]);
  expect(copy({ TaggingDirective: "COPY" })).toHaveLength(2);
  expect(copy({ TaggingDirective: "REPLACE" })).toEqual([]);
});
