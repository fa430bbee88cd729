import { expect, test } from "vitest";
import { openCloudFormationTypes } from "../../src/data/open-cloudformation-types.ts";

const types = openCloudFormationTypes();

test("the types that people name most are in", () => {
  const wanted = ["S3::Bucket", "SQS::Queue", "SNS::Topic", "DynamoDB::Table", "Lambda::Function", "Kinesis::Stream"];
  expect(wanted.filter((type) => !types.has(`AWS::${type}`))).toEqual([]);
});

test("every ARN has one name, and places elsewhere", () => {
  const wrong = [...types].filter(
    ([, { arn }]) =>
      !/^arn:\$\{Partition\}:[a-z0-9-]+:(?:\$\{Region\})?:(?:\$\{Account\})?:[^$]*\$\{Name\}[^$]*$/.test(arn),
  );
  expect(wrong).toEqual([]);
});

test("what ends in an id of AWS's own is left out", () => {
  expect(types.has("AWS::Events::Connection")).toBe(false);
  expect(types.has("AWS::KMS::Key")).toBe(false);
});
