import { expect, test } from "vitest";
import { hostStem, stemFit, withoutHostPrefix } from "../../../src/decode/host/host-stem.ts";
import { apiModel } from "../../support/api-models.ts";

test.each([
  ["sqs.eu-west-1.amazonaws.com", "sqs"],
  ["iam.amazonaws.com", "iam"],
  ["runtime-fips.sagemaker.us-east-1.amazonaws.com", "runtime.sagemaker"],
  ["fips.batch.us-east-1.amazonaws.com", "batch"],
  ["rds.dualstack.us-east-1.api.aws", "rds"],
  ["vpce-0123-abc.sqs.us-east-1.vpce.amazonaws.com", "sqs"],
  ["ingest-cell1.timestream.us-east-1.amazonaws.com", "ingest.timestream"],
  ["s3-us-west-2.amazonaws.com", "s3"],
  ["codecatalyst.global.api.aws", "codecatalyst"],
  ["123456789012.ddb.us-east-1.amazonaws.com", "123456789012.ddb"],
  ["us-east-1.signin.aws.amazon.com", "signin"],
])("the stem of %s is %s", (hostname, stem) => {
  expect(hostStem(hostname)).toBe(stem);
});

test("a host outside AWS has no stem", () => {
  expect(hostStem("sqs.us-east-1.localhost.localstack.cloud")).toBeUndefined();
});

test("a stem fits its own API better than one that it ends in, and no other", () => {
  const api = apiModel({ client: "bedrock-runtime", hostPrefixes: ["runtime.bedrock"] });
  expect(stemFit("bedrock-runtime", api)).toBe(2);
  expect(stemFit("runtime.bedrock", api)).toBe(2);
  expect(stemFit("abc.bedrock-runtime", api)).toBe(1);
  expect(stemFit("bedrock", api)).toBe(0);
  expect(stemFit("xbedrock-runtime", api)).toBe(0);
});

test("takes an operation's host prefix off and reads its labels", () => {
  expect(withoutHostPrefix("data-servicediscovery", "data-")).toEqual({ stem: "servicediscovery", labels: {} });
  expect(withoutHostPrefix("123456789012.s3-control", "{AccountId}.")).toEqual({
    stem: "s3-control",
    labels: { AccountId: "123456789012" },
  });
  expect(withoutHostPrefix("servicediscovery", "data-")).toEqual({ stem: "servicediscovery", labels: {} });
});
