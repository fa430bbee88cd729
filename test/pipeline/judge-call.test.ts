import { expect, test } from "vitest";
// Loaded ahead, because loading them is no part of judging.
import "../../src/authorize/authorizer.ts";
import "../../src/data/opened-indexes.ts";
import "../../src/services/index.ts";
import type { Statement } from "../../src/iam/policy-document.ts";
import { callJudge } from "../../src/pipeline/judge-call.ts";
import { apiCall } from "../support/api-call.ts";

const NOBODY = { accounts: new Map(), arns: new Map() };
const OBJECT = "arn:aws:s3:::photos/cat.jpg";

const judging = (...Statement: Statement[]) => callJudge([{ Version: "2012-10-17", Statement }], {});

test("a call is allowed where all that it needs is", async () => {
  const judge = await judging({ Effect: "Allow", Action: "s3:PutObject", Resource: OBJECT });
  expect(judge(apiCall(), NOBODY)).toEqual({ untested: [] });
});

test("the first permission that is missing is told, a further one of the same request too", async () => {
  const none = await judging();
  expect(none(apiCall(), NOBODY).denial).toEqual({
    action: "s3:PutObject",
    resource: OBJECT,
    policyType: "identity-based",
  });
  const some = await judging({ Effect: "Allow", Action: "s3:PutObject", Resource: OBJECT });
  const tagged = apiCall({
    input: { Bucket: "photos", Key: "cat.jpg", Tagging: "a=b" },
    members: ["Bucket", "Key", "Tagging"],
  });
  expect(some(tagged, NOBODY).denial).toMatchObject({ action: "s3:PutObjectTagging", resource: OBJECT });
});

test("a Deny is told as explicit, and the caller by the ARN that an answer gave", async () => {
  const judge = await judging({ Effect: "Deny", Action: "s3:*", Resource: "*" });
  const arns = new Map([["k1f3a", "arn:aws:iam::111122223333:user/ann"]]);
  expect(judge(apiCall(), { ...NOBODY, arns }).denial).toMatchObject({
    isExplicit: true,
    principal: "arn:aws:iam::111122223333:user/ann",
  });
});

test.each([
  ["region", { StringEquals: { "aws:RequestedRegion": "eu-central-1" } }, true],
  ["another region", { StringEquals: { "aws:RequestedRegion": "us-east-1" } }, false],
  ["transport", { Bool: { "aws:SecureTransport": "true" } }, true],
  ["the caller's account", { StringEquals: { "aws:PrincipalAccount": "111122223333" } }, true],
  ["another account", { StringEquals: { "aws:PrincipalAccount": "999999999999" } }, false],
])("%s is known of every request", async (_, Condition, isAllowed) => {
  const judge = await judging({ Effect: "Allow", Action: "*", Resource: "*", Condition });
  expect(judge(apiCall(), NOBODY).denial === undefined).toBe(isAllowed);
});

test("the name of a user is known once an answer gave it, and counts as met before", async () => {
  const judge = await judging({ Effect: "Allow", Action: "s3:*", Resource: "arn:aws:s3:::photos/${aws:username}.jpg" });
  expect(judge(apiCall(), NOBODY)).toEqual({ untested: ["aws:username"] });
  const arns = new Map([["k1f3a", "arn:aws:iam::111122223333:user/eu/cat"]]);
  expect(judge(apiCall(), { ...NOBODY, arns })).toEqual({ untested: [] });
  const dog = new Map([["k1f3a", "arn:aws:iam::111122223333:user/dog"]]);
  expect(judge(apiCall(), { ...NOBODY, arns: dog }).denial).toBeDefined();
});

test("conditions that the request fixes are tested: a role is passed to one service only", async () => {
  const role = "arn:aws:iam::111122223333:role/worker";
  const call = apiCall({
    sdkId: "Lambda",
    operation: "CreateFunction",
    signingName: "lambda",
    protocol: "rest-json",
    hostname: "lambda.eu-central-1.amazonaws.com",
    input: { FunctionName: "f", Role: role },
    members: ["Code", "FunctionName", "Role"],
  });
  const passing = (to: string) =>
    judging(
      { Effect: "Allow", Action: "lambda:*", Resource: "*" },
      {
        Effect: "Allow",
        Action: "iam:PassRole",
        Resource: role,
        Condition: { StringEquals: { "iam:PassedToService": to } },
      },
    );
  expect((await passing("lambda.amazonaws.com"))(call, NOBODY).denial).toBeUndefined();
  expect((await passing("ec2.amazonaws.com"))(call, NOBODY).denial).toMatchObject({ action: "iam:PassRole" });
});

test("a call that needs no permission is allowed by an empty policy", async () => {
  const judge = await judging();
  const call = apiCall({
    sdkId: "STS",
    operation: "GetCallerIdentity",
    signingName: "sts",
    protocol: "query",
    input: {},
    members: [],
  });
  expect(judge(call, NOBODY)).toEqual({ untested: [] });
});
