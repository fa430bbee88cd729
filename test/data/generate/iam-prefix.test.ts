import { expect, test } from "vitest";
import { iamPrefixOf } from "../../../src/data/generate/iam-prefix.ts";

const KNOWN = new Set(["s3", "cloudwatch", "iot", "partnercentral", "tag"]);

test.each([
  ["the signing name", { client: "s3", signingName: "s3" }, "s3"],
  ["the signing name in lower case", { client: "iotsecuretunneling", signingName: "IoTSecuredTunneling" }, "iot"],
  ["another prefix where AWS gave one", { client: "cloudwatch", signingName: "monitoring" }, "cloudwatch"],
  ["one prefix for a family of clients", { client: "partnercentral-selling", signingName: "x" }, "partnercentral"],
])("takes %s", (_, names, prefix) => {
  expect(iamPrefixOf(names, KNOWN)).toBe(prefix);
});

test("says so where IAM knows nothing of the API", () => {
  expect(iamPrefixOf({ client: "iotthingsgraph", signingName: "iotthingsgraph" }, KNOWN)).toBeUndefined();
});
