import { expect, test } from "vitest";
import { generatedResources } from "../../src/synthesize/generated-resources.ts";
import { SMALL_INDEX } from "../support/authorization-index.ts";

const UUID = "0f8fad5b-d9cb-469f-a165-70867728950e";
const patternOf = generatedResources(SMALL_INDEX);

test("only the last field of an ARN is read", () => {
  expect(patternOf("s3:GetObject", `arn:aws:s3:::b/${UUID}`)).toEqual({
    pattern: "arn:aws:s3:::b/*",
    looksLike: ["a UUID"],
  });
  expect(patternOf("s3:GetObject", "arn:aws:s3:::b/k")).toBeUndefined();
});

test("ids of what stays, wildcards and what is no ARN are left alone", () => {
  expect(patternOf("kms:Decrypt", `arn:aws:kms:eu-west-1:111122223333:key/${UUID}`)).toBeUndefined();
  expect(patternOf("s3:GetObject", `arn:aws:s3:::b/${UUID}/*`)).toBeUndefined();
  expect(patternOf("s3:ListAllMyBuckets", "*")).toBeUndefined();
});
