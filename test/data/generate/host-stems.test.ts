import { expect, test } from "vitest";
import { hostStems, stemOfTemplate } from "../../../src/data/generate/host-stems.ts";

test.each([
  ["https://email.{Region}.{PartitionResult#dnsSuffix}", "email"],
  ["https://api-fips.sagemaker.us-east-1.amazonaws.com", "api.sagemaker"],
  ["https://runtime.sagemaker-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", "runtime.sagemaker"],
  ["fips.batch.us-east-1.amazonaws.com", "batch"],
  ["https://iam.amazonaws.com", "iam"],
  ["https://iam.us-gov.amazonaws.com", "iam"],
  ["https://api.ecr.{region}.{dnsSuffix}", "api.ecr"],
  ["https://ecr.us-east-1.api.aws", "ecr"],
  ["{region}.queue.{dnsSuffix}", "queue"],
  ["https://s3.dualstack.{Region}.{partitionResult#dnsSuffix}/{Bucket}", "s3"],
  ["https://{AccountId}.ddb.{Region}.{PartitionResult#dnsSuffix}", "ddb"],
  ["https://billing.{PartitionResult#implicitGlobalRegion}.{PartitionResult#dnsSuffix}", "billing"],
])("%s has the stem %s", (template, stem) => {
  expect(stemOfTemplate(template)).toBe(stem);
});

test.each([
  ["localhost:8000"],
  ["{url#scheme}://{Bucket}.{url#authority}{url#path}"],
  ["https://{Bucket}.ec2.{url#authority}"],
  ["https://{Bucket}.s3express-{zone}.{Region}.{partitionResult#dnsSuffix}"],
  ["ramus-gov-east-1.api.aws"],
])("%s has none", (template) => {
  expect(stemOfTemplate(template)).toBeUndefined();
});

const endpoints = {
  partitions: [
    {
      services: {
        widgets: {
          defaults: { hostname: "{service}.{region}.{dnsSuffix}" },
          endpoints: {
            "us-east-1": { hostname: "old-widgets.us-east-1.amazonaws.com" },
            "gadgets-us-east-1": { hostname: "gadgets.us-east-1.amazonaws.com" },
          },
        },
      },
    },
  ],
};

const rules = (url: string) => ({ rules: [{ endpoint: { url }, type: "endpoint" }] });

test("gathers the stems of both sources, without the endpoint prefix itself", () => {
  const endpointRules = rules("https://new-widgets.{Region}.{PartitionResult#dnsSuffix}");

  expect(hostStems("widgets", { endpoints, endpointRules, taken: new Set(["gadgets"]) })).toEqual([
    "new-widgets",
    "old-widgets",
  ]);
});

test("another API's prefix counts only where the API's own rules name it", () => {
  const endpointRules = rules("https://gadgets.{Region}.{PartitionResult#dnsSuffix}");

  expect(hostStems("widgets", { endpoints: {}, endpointRules, taken: new Set(["gadgets"]) })).toEqual(["gadgets"]);
});

test("an API that no source knows has none", () => {
  expect(hostStems("others", { endpoints, endpointRules: undefined, taken: new Set() })).toEqual([]);
});
