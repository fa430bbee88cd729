import { expect, test } from "vitest";
import { parseDenial } from "../../../src/decode/answer/denial.ts";

const ROLE = "arn:aws:sts::111122223333:assumed-role/deployer/session";
const TABLE = "arn:aws:dynamodb:us-east-1:111122223333:table/albums";

test("reads who was refused which action on what, and that a grant was missing", () => {
  const text = `User: ${ROLE} is not authorized to perform: dynamodb:Query on resource: ${TABLE} because no identity-based policy allows the dynamodb:Query action`;
  expect(parseDenial(text)).toEqual({
    principal: ROLE,
    action: "dynamodb:Query",
    resource: TABLE,
    policyType: "identity-based",
  });
});

test.each([
  ["because no session policy allows the s3:GetObject action", { policyType: "session" }],
  ["because no permissions boundary allows the s3:GetObject action", { policyType: "permissions-boundary" }],
  ["because no resource-based policy allows the s3:GetObject action", { policyType: "resource-based" }],
  ["because no role trust policy allows the s3:GetObject action", { policyType: "role-trust" }],
  [
    "with an explicit deny in a service control policy: arn:aws:organizations::1:policy/p",
    { policyType: "service-control", isExplicit: true },
  ],
  ["with an explicit deny in a resource control policy", { policyType: "resource-control", isExplicit: true }],
  ["with an explicit deny in a VPC endpoint policy", { policyType: "vpc-endpoint", isExplicit: true }],
  ["with an explicit deny in an identity-based policy", { policyType: "identity-based", isExplicit: true }],
])("%s", (reason, told) => {
  const denial = parseDenial(
    `User: ${ROLE} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/a key" ${reason}`,
  );
  expect(denial).toEqual({ principal: ROLE, action: "s3:GetObject", resource: "arn:aws:s3:::b/a key", ...told });
});

test("a text that stops after the action tells the action", () => {
  expect(parseDenial(`User: ${ROLE} is not authorized to perform: ecs:ListTasks`)).toEqual({
    principal: ROLE,
    action: "ecs:ListTasks",
  });
});

test("a sentence inside another one is found, its full stop is not part of the resource", () => {
  const text = `You are not authorized to perform this operation. User: ${ROLE} is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:us-east-1:111122223333:instance/*. Encoded authorization failure message: AAAA`;
  expect(parseDenial(text)).toMatchObject({
    action: "ec2:RunInstances",
    resource: "arn:aws:ec2:us-east-1:111122223333:instance/*",
  });
});

test("bare names and masked accounts are no ARN", () => {
  const masked = "arn:aws:execute-api:us-east-1:********3333:abc/prod/GET/x";
  expect(
    parseDenial(`User: anonymous is not authorized to perform: execute-api:Invoke on resource: ${masked}`),
  ).toEqual({ action: "execute-api:Invoke" });
  expect(parseDenial(`User: ${ROLE} is not authorized to perform: sqs:SendMessage on resource: orders`)).toEqual({
    principal: ROLE,
    action: "sqs:SendMessage",
  });
});

test.each([
  "Access Denied",
  "",
  "not authorized to perform this operation",
  "User: x is not authorized to perform: nothing",
])("%j names no action", (text) => {
  expect(parseDenial(text)).toBeUndefined();
});

test("a hostile text costs no time", () => {
  expect(parseDenial("User: ".repeat(1e5))).toBeUndefined();
});
