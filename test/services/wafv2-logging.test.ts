import { expect, test } from "vitest";
import rules from "../../src/services/wafv2.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a bucket's policy is changed for the bucket, whatever prefix the logs get", () => {
  const LoggingConfiguration = {
    ResourceArn: "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/a/1",
    LogDestinationConfigs: ["arn:aws:s3:::aws-waf-logs-web/team"],
  };
  expect(permits("PutLoggingConfiguration", { LoggingConfiguration })).toContain(
    "s3:PutBucketPolicy arn:aws:s3:::aws-waf-logs-web",
  );
});
