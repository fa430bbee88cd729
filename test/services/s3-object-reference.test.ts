import { expect, test } from "vitest";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import { serviceRules } from "../../src/services/index.ts";
import { exampleCall } from "./example-call.ts";

const authorize = createAuthorizer({
  apis: openApiIndex(),
  authorization: openAuthorizationIndex(),
  rules: serviceRules,
});

const read = (operation: string, input: Readonly<Record<string, unknown>>) =>
  authorize(exampleCall({ input, permits: [] }, { sdkId: "Rekognition", operation, signingName: "rekognition" }))
    .filter(({ origin }) => origin === "forward-access")
    .map(({ action, resources }) => `${action} ${resources.join(" ")}`);

test("reads every object that a request names, in the version that it names", () => {
  const input = {
    SourceImage: { S3Object: { Bucket: "album", Name: "a.jpg" } },
    TargetImage: { S3Object: { Bucket: "album", Name: "b.jpg", Version: "v1" } },
  };
  expect(read("CompareFaces", input)).toEqual([
    "s3:GetObject arn:aws:s3:::album/a.jpg",
    "s3:GetObjectVersion arn:aws:s3:::album/b.jpg",
  ]);
});

test("reads nothing where the request carries the bytes", () => {
  expect(read("DetectFaces", { Image: {} })).toEqual([]);
});
