import { expect, test } from "vitest";
import type { HeaderField } from "../../../src/capture/captured-exchange.ts";
import { answerBody } from "../../../src/decode/answer/answer-body.ts";
import { answerError } from "../../../src/decode/answer/answer-error.ts";
import { outcomeOf } from "../../../src/decode/answer/outcome.ts";
import { refusal } from "../../../src/decode/answer/refusal.ts";
import type { ApiCall } from "../../../src/decode/api-call.ts";
import { apiCall } from "../../support/api-call.ts";

const DENIAL = {
  action: "sqs:SendMessage",
  resource: "arn:aws:sqs:eu-west-1:111122223333:q<&>",
  principal: "arn:aws:iam::111122223333:user/ann",
  policyType: "identity-based",
} as const;

function refused(
  call: Partial<ApiCall>,
  headers: readonly HeaderField[] = [],
  denial: typeof DENIAL | object = DENIAL,
) {
  const request = { call: apiCall(call), headers, denial: { ...DENIAL, ...denial }, remark: "(refused by p.json)" };
  const { answer, errorCode } = refusal(request);
  const head = { status: answer.status, headers: answer.headers };
  const body = answerBody(head, { bytes: answer.body, length: answer.body.length, truncated: false });
  const error = answerError(head, body);
  return { answer, errorCode, error, outcome: outcomeOf({ head, error }) };
}

const CBOR: HeaderField = ["Content-Type", "application/x-amz-cbor-1.1"];

test.each<[string, Partial<ApiCall>, readonly HeaderField[], number, string]>([
  ["json", { sdkId: "DynamoDB", protocol: "json" }, [], 400, "AccessDeniedException"],
  ["json in CBOR", { sdkId: "Kinesis", protocol: "json" }, [CBOR], 400, "AccessDeniedException"],
  ["rest-json", { sdkId: "Lambda", protocol: "rest-json" }, [], 403, "AccessDeniedException"],
  ["rest-xml", { sdkId: "CloudFront", protocol: "rest-xml" }, [], 403, "AccessDenied"],
  ["S3", { sdkId: "S3", protocol: "rest-xml" }, [], 403, "AccessDenied"],
  ["query", { sdkId: "SNS", protocol: "query" }, [], 403, "AccessDenied"],
  ["ec2", { sdkId: "EC2", protocol: "ec2" }, [], 403, "UnauthorizedOperation"],
  ["CBOR", { sdkId: "CloudWatch", protocol: "rpc-v2-cbor" }, [], 400, "AccessDeniedException"],
])("%s: the answer is read as the denial that it tells of", (_, call, headers, status, code) => {
  const { errorCode, outcome } = refused(call, headers);
  expect(errorCode).toBe(code);
  expect(outcome).toEqual({ kind: "denied", httpStatus: status, errorCode: code, denial: DENIAL });
});

test("the words are AWS's, with the remark behind them", () => {
  expect(refused({ protocol: "json" }, [], { resource: "arn:aws:sqs:eu-west-1:111122223333:q" }).error.message).toBe(
    "User: arn:aws:iam::111122223333:user/ann is not authorized to perform: sqs:SendMessage on resource: " +
      '"arn:aws:sqs:eu-west-1:111122223333:q" because no identity-based policy allows the sqs:SendMessage action ' +
      "(refused by p.json)",
  );
});

test("an explicit deny is told as one", () => {
  expect(refused({ sdkId: "SQS", protocol: "json" }, [], { isExplicit: true }).outcome.denial).toEqual({
    ...DENIAL,
    isExplicit: true,
  });
});

test("a caller that is not known by name is told by account; escapes of the policy's spelling are undone", () => {
  const { error } = refused({ sdkId: "SQS", protocol: "json" }, [], {
    principal: undefined,
    resource: "arn:aws:s3:::b/${*}",
  });
  expect(error.message).toContain("User: arn:aws:iam::111122223333:* is");
  expect(error.message).toContain("on resource: arn:aws:s3:::b/* because");
});

test("SDKs that ask for the codes of the query protocol get them beside", () => {
  const { answer } = refused({ sdkId: "SQS", protocol: "json" }, [["x-amzn-query-mode", "true"]]);
  expect(answer.headers).toContainEqual(["x-amzn-query-error", "AccessDenied;Sender"]);
});
