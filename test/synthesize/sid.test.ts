import { expect, test } from "vitest";
import { sidFor, uniqueSids } from "../../src/synthesize/sid.ts";

test.each([
  [["s3"], ["Read"], "IamgenS3Read"],
  [["s3"], ["Write", "List", "Read"], "IamgenS3ListReadWrite"],
  [["iam"], ["Permissions management"], "IamgenIamPermissions"],
  [["execute-api"], ["Write"], "IamgenExecuteApiWrite"],
  [["ec2", "s3", "sqs"], ["List"], "IamgenEc2S3SqsList"],
  [["ec2", "iam", "s3", "sqs"], ["List"], "IamgenSeveralList"],
  [["a".repeat(20), "b".repeat(20), "c".repeat(20)], ["List"], "IamgenSeveralList"],
  [["s3"], [], "IamgenS3Access"],
  [["s3"], ["Something new"], "IamgenS3Access"],
])("%j with %j is %s", (prefixes, levels, expected) => {
  expect(sidFor(prefixes, new Set(levels))).toBe(expected);
});

test("only repeated Sids are numbered", () => {
  expect(uniqueSids(["A", "B", "A", "A"])).toEqual(["A", "B", "A2", "A3"]);
});

test("a number never makes a Sid that stands already", () => {
  expect(uniqueSids(["A", "A", "A2"])).toEqual(["A", "A3", "A2"]);
});
