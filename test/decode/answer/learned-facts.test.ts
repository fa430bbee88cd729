import { expect, test } from "vitest";
import { answerBody } from "../../../src/decode/answer/answer-body.ts";
import { identityOfDenied, keysNamed, learnedFacts } from "../../../src/decode/answer/learned-facts.ts";
import type { ApiCall } from "../../../src/decode/api-call.ts";
import { identityOfAccessKey } from "../../../src/decode/sigv4/access-key.ts";
import type { AnswerFact } from "../../../src/services/define-answers.ts";
import { rawResponse } from "../../support/raw-response.ts";

const CALL: ApiCall = {
  kind: "call",
  sdkId: "STS",
  operation: "AssumeRole",
  signingName: "sts",
  protocol: "query",
  partition: "aws",
  region: "us-east-1",
  identity: "0123456789ab",
  auth: "sigv4",
  hostname: "sts.amazonaws.com",
  input: { RoleArn: "arn:aws:iam::210987654321:role/path/deploy" },
  members: ["RoleArn"],
  outcome: { kind: "none" },
  source: "proxy",
};

const see = "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html";

function learn(fact: AnswerFact, text: string, call = CALL) {
  const response = rawResponse(text);
  const rule = { sdkId: "STS", operations: [call.operation], bodyBytes: 1024, facts: [fact], see } as const;
  return learnedFacts(rule, { call, head: response, body: answerBody(response, response.body) });
}

const ASSUMED: AnswerFact = {
  kind: "identity",
  key: { from: "body", path: "Credentials.AccessKeyId" },
  arn: [
    { from: "input", member: "RoleArn" },
    { from: "body", path: "AssumedRoleUser.Arn" },
  ],
};

const ANSWER = `HTTP/1.1 200 OK

  <AssumeRoleResponse><AssumeRoleResult>
    <AssumedRoleUser><Arn>arn:aws:sts::210987654321:assumed-role/deploy/s</Arn></AssumedRoleUser>
    <Credentials><AccessKeyId>ASIAEXAMPLE</AccessKeyId><SecretAccessKey>shh</SecretAccessKey></Credentials>
  </AssumeRoleResult></AssumeRoleResponse>`;

test("a key that was handed out is known by its hash and the role of the request", () => {
  const [fact] = learn(ASSUMED, ANSWER);
  expect(fact).toEqual({
    kind: "identity",
    id: identityOfAccessKey("ASIAEXAMPLE"),
    account: "210987654321",
    arn: "arn:aws:iam::210987654321:role/path/deploy",
    from: "AssumeRole",
  });
  expect(JSON.stringify(fact)).not.toContain("ASIAEXAMPLE");
});

test("the answer's ARN stands in where the request's was not kept", () => {
  expect(learn(ASSUMED, ANSWER, { ...CALL, input: {} })).toMatchObject([
    { arn: "arn:aws:sts::210987654321:assumed-role/deploy/s" },
  ]);
});

test("without a key in the rule the caller's own identity is meant", () => {
  const fact: AnswerFact = { kind: "identity", arn: [{ from: "body", path: "Arn" }] };
  expect(learn(fact, 'HTTP/1.1 200 OK\n\n{"Arn":"arn:aws:iam::123456789012:user/alice"}')).toMatchObject([
    { id: "0123456789ab", account: "123456789012", arn: "arn:aws:iam::123456789012:user/alice" },
  ]);
});

test("an answer that lacks the facts teaches nothing", () => {
  expect(learn(ASSUMED, "HTTP/1.1 200 OK\n\n<AssumeRoleResponse/>")).toEqual([]);
  expect(learn(ASSUMED, "HTTP/1.1 200 OK")).toEqual([]);
});

const KEY = "arn:aws:kms:us-east-1:123456789012:key/a1b2";

function keys(fact: AnswerFact, text: string) {
  const response = rawResponse(text);
  const rule = { sdkId: "STS", operations: ["AssumeRole"], bodyBytes: 1024, facts: [fact], see } as const;
  return keysNamed(rule, { call: CALL, head: response, body: answerBody(response, response.body) });
}

test("reads a KMS key from a header", () => {
  const fact: AnswerFact = { kind: "key", name: "of object", key: [{ from: "header", name: "x-key" }] };
  expect(keys(fact, `HTTP/1.1 200 OK\nx-key: ${KEY}`)).toEqual({ "of object": KEY });
  expect(keys(fact, "HTTP/1.1 200 OK")).toBeUndefined();
});

test.each([
  ["a JSON map", '{"Attributes":{"Kms":"alias/queues"}}', "Attributes.Kms"],
  [
    "an XML map",
    "<R><Attributes><entry><key>Kms</key><value>alias/queues</value></entry></Attributes></R>",
    "Attributes.entry.Kms",
  ],
  [
    "a flattened XML map",
    "<R><Attribute><Name>Arn</Name><Value>a</Value></Attribute><Attribute><Name>Kms</Name><Value>alias/queues</Value></Attribute></R>",
    "Attribute.Kms",
  ],
])("reads a KMS key from %s", (_, body, path) => {
  const fact: AnswerFact = {
    kind: "key",
    name: "key",
    key: [
      { from: "body", path: "Absent" },
      { from: "body", path },
    ],
  };
  expect(keys(fact, `HTTP/1.1 200 OK\n\n${body}`)).toEqual({ key: "alias/queues" });
});

test("takes nothing for a key that could not be its name", () => {
  const fact: AnswerFact = { kind: "key", name: "key", key: [{ from: "body", path: "KeyId" }] };
  for (const KeyId of ["arn:aws:iam::123456789012:role/r", "*", "", "a b", "k".repeat(300)])
    expect(keys(fact, `HTTP/1.1 200 OK\n\n${JSON.stringify({ KeyId })}`), KeyId).toBeUndefined();
});

test("reads what AWS called a new thing", () => {
  const fact: AnswerFact = { kind: "created", resource: { from: "body", path: "Vpc.Id" } };
  expect(learn(fact, 'HTTP/1.1 200 OK\n\n{"Vpc":{"Id":"vpc-1"}}')).toEqual([
    { kind: "created", resource: "vpc-1", by: "AssumeRole" },
  ]);
});

test.each([
  ["arn:aws:sts::123456789012:assumed-role/deploy/s", "123456789012"],
  ["arn:aws-cn:iam::210987654321:user/alice", "210987654321"],
  ["arn:aws:iam::210987654321:role/path/deploy", "210987654321"],
])("a denied %s names the caller", (principal, account) => {
  expect(identityOfDenied(CALL, principal)).toEqual([
    { kind: "identity", id: CALL.identity, account, arn: principal, from: "AssumeRole" },
  ]);
});

test.each(["arn:aws:iam::123456789012:root", "arn:aws:sts:012345678901:assumedRole/x", "anonymous"])(
  "a denied %s names nobody",
  (principal) => {
    expect(identityOfDenied(CALL, principal)).toEqual([]);
  },
);

const ROLE = "arn:aws:iam::123456789012:role/app/web";
const TASK = "arn:aws:ecs:us-east-1:123456789012:task-definition/web:3";

const INSIDE: AnswerFact = {
  kind: "role",
  of: { from: "body", path: "t.arn" },
  roles: [
    { from: "body", path: "t.task" },
    { from: "body", path: "t.pulls" },
  ],
};

test("roles inside of something are learned, and that there is none", () => {
  const answer = (t: object) => `HTTP/1.1 200 OK\n\n${JSON.stringify({ t })}`;
  expect(learn(INSIDE, answer({ arn: TASK, task: ROLE }))).toEqual([{ kind: "role", role: ROLE, of: TASK }]);
  expect(learn(INSIDE, answer({ arn: TASK }))).toEqual([{ kind: "role", role: "", of: TASK }]);
  expect(learn(INSIDE, answer({ arn: TASK, task: "web" }))).toEqual([]);
  expect(learn(INSIDE, answer({ task: ROLE }))).toEqual([]);
});

test("the one role of an XML list is read", () => {
  const fact: AnswerFact = { ...INSIDE, roles: [{ from: "body", path: "t.Roles.member.Arn" }] };
  const text = `<R><t><arn>${TASK}</arn><Roles><member><Arn>${ROLE}</Arn></member></Roles></t></R>`;
  expect(learn(fact, `HTTP/1.1 200 OK\n\n${text}`)).toEqual([{ kind: "role", role: ROLE, of: TASK }]);
});
