import { expect, test } from "vitest";
import { addressedInput } from "../support/addressed-input.ts";

const HOST = "sqs.us-east-1.amazonaws.com";

test("the URL of the request is the queue where the input names none", () => {
  expect(addressedInput("SQS", HOST, { target: "/123456789012/jobs", members: ["QueueUrl"] })).toEqual({
    QueueUrl: "https://sqs.us-east-1.amazonaws.com/123456789012/jobs",
  });
});

test("the input's own queue stands, and operations without a queue get none", () => {
  const input = { QueueUrl: "https://sqs.us-east-1.amazonaws.com/123456789012/other" };
  const target = "/123456789012/jobs";
  expect(addressedInput("SQS", HOST, { target, input, members: ["QueueUrl"] })).toEqual(input);
  expect(addressedInput("SQS", HOST, { target, members: ["QueueName"] })).toEqual({});
  expect(addressedInput("SQS", HOST, { target: "/", members: ["QueueUrl"] })).toEqual({});
});
