import { expect, test } from "vitest";
import rules from "../../src/services/lambda.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("code of a function that is made is fetched in the version that the request names", () => {
  const Code = { S3Bucket: "builds", S3Key: "a.zip", S3ObjectVersion: "3" };
  expect(permits("CreateFunction", { FunctionName: "resize", Code })).toContain(
    "s3:GetObjectVersion arn:aws:s3:::builds/a.zip",
  );
});
