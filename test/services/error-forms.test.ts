import { expect, test } from "vitest";
import { apiIndex } from "../../src/data/opened-indexes.ts";
import { ERROR_FORMS, errorFormOf, unnamedCaller } from "../../src/services/error-forms.ts";

test("speaks of APIs that exist, one row each", () => {
  expect(ERROR_FORMS.filter(({ sdkId }) => apiIndex().withSdkId(sdkId) === undefined)).toEqual([]);
  expect(new Set(ERROR_FORMS.map(({ sdkId }) => sdkId)).size).toBe(ERROR_FORMS.length);
});

test("S3 writes its errors bare, other APIs of its protocol do not", () => {
  expect([errorFormOf("S3")?.isBare, errorFormOf("CloudFront")?.isBare]).toEqual([true, undefined]);
});

test("a caller without a name is somebody of its account", () => {
  expect(unnamedCaller({ partition: "aws-cn", account: "111122223333" })).toBe("arn:aws-cn:iam::111122223333:*");
});
