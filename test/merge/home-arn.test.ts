import { expect, test } from "vitest";
import { arnAtHome } from "../../src/merge/home-arn.ts";

const HOME = { partition: "aws", region: "eu-west-1", account: "111122223333" };
const QUEUE = "arn:aws:sqs:eu-west-1:111122223333:jobs/${aws:username}";

test("places that the text names are named, in the way of the framework", () => {
  expect(arnAtHome("${AWS::Region}", QUEUE, HOME)).toBe(
    "arn:aws:sqs:${AWS::Region}:111122223333:jobs/${!aws:username}",
  );
  expect(arnAtHome("${AWS::Partition} ${AWS::AccountId}", QUEUE, HOME)).toBe(
    "arn:${AWS::Partition}:sqs:eu-west-1:${AWS::AccountId}:jobs/${!aws:username}",
  );
  expect(arnAtHome("${aws:region}", "arn:aws:sqs:eu-west-1:111122223333:jobs", { ...HOME, isServerless: true })).toBe(
    "arn:aws:sqs:${aws:region}:111122223333:jobs",
  );
});

test.each([
  ["a text that names none", "", QUEUE],
  ["another region", "${AWS::Region}", QUEUE.replace("eu-west-1", "us-east-1")],
  ["what is no ARN", "${AWS::Region}", "*"],
])("%s gives nothing", (_, text, value) => {
  expect(arnAtHome(text, value, HOME)).toBeUndefined();
});
