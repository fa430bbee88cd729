import { once } from "node:events";
import { expect, test } from "vitest";
// Loaded ahead, because loading them is no part of enforcing.
import "../../src/authorize/authorizer.ts";
import "../../src/data/opened-indexes.ts";
import "../../src/services/index.ts";
import type { Statement } from "../../src/iam/policy-document.ts";
import { openEnforcer } from "../../src/pipeline/enforce.ts";
import type { EnforcedPolicy } from "../../src/pipeline.ts";
import { apiCall } from "../support/api-call.ts";
import { getItem, HOST, observe, throughProxy } from "../support/observation.ts";
import { rawRequest } from "../support/raw-request.ts";

const TABLE = "arn:aws:dynamodb:us-east-1:111122223333:table";

const policy = (wish: Partial<EnforcedPolicy> = {}, ...Statement: Statement[]): EnforcedPolicy => ({
  document: { Version: "2012-10-17", Statement },
  name: "p.json",
  logOnly: false,
  refuseUndecoded: false,
  assumed: {},
  ...wish,
});

const ALBUMS: Statement = { Effect: "Allow", Action: "dynamodb:GetItem", Resource: `${TABLE}/albums` };
const UNDECODABLE = `GET /x HTTP/1.1\r\nHost: ${HOST}\r\n\r\n`;

/** What the client receives for these requests, one after the other, and what is recorded. */
async function enforced(enforce: EnforcedPolicy, ...requests: string[]) {
  const observation = await observe(() => {}, enforce);
  const client = await throughProxy(observation);
  const answers: string[] = [];
  for (const request of requests) {
    client.write(request);
    let answer = "";
    // Bodies are JSON, or a line.
    while (!/[}\n]$/.test(answer.split("\r\n\r\n")[1] ?? "")) answer += String((await once(client, "data"))[0]);
    answers.push(answer);
  }
  client.destroy();
  const { calls, notices, undecoded } = await observation.finish(0);
  return { statuses: answers.map((answer) => answer.slice(9, 12)), answers, calls, notices, undecoded };
}

test("what the policy allows goes on; what it does not is refused and recorded, with who refused it", async () => {
  const { answers, calls, statuses } = await enforced(policy({}, ALBUMS), getItem("albums"), getItem("songs"));
  expect(statuses).toEqual(["200", "400"]);
  expect(answers[1]).toContain(
    `is not authorized to perform: dynamodb:GetItem on resource: ${TABLE}/songs because no identity-based policy allows the ` +
      "dynamodb:GetItem action (refused by iamgen, which enforces p.json)",
  );
  expect(calls.map(({ outcome }) => outcome)).toEqual([
    { kind: "succeeded", httpStatus: 200 },
    {
      kind: "denied",
      httpStatus: 400,
      errorCode: "AccessDeniedException",
      denial: { action: "dynamodb:GetItem", resource: `${TABLE}/songs`, policyType: "identity-based" },
      deniedBy: "iamgen",
    },
  ]);
});

test("in log mode nothing is refused, and what would be is noticed", async () => {
  const { calls, notices, statuses } = await enforced(policy({ logOnly: true }, ALBUMS), getItem("songs"));
  expect({ statuses, outcomes: calls.map(({ outcome }) => outcome.kind) }).toEqual({
    statuses: ["200"],
    outcomes: ["succeeded"],
  });
  expect(notices).toEqual([
    { code: "would-be-denied", authority: HOST, detail: `dynamodb:GetItem on ${TABLE}/songs`, count: 1 },
  ]);
});

test("a condition on a key that no request shows counts as met, and is told", async () => {
  const statement = { ...ALBUMS, Condition: { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } } };
  const { notices, statuses } = await enforced(policy({}, statement), getItem("albums"));
  expect(statuses).toEqual(["200"]);
  expect(notices).toEqual([{ code: "condition-not-tested", detail: "aws:SourceIp", count: 1 }]);
});

test("a session is judged as the user who asked for it", async () => {
  const statement: Statement = { ...ALBUMS, Condition: { StringEquals: { "aws:username": "bob" } } };
  const enforcer = await openEnforcer(policy({}, statement), () => {});
  const arn = "arn:aws:iam::111122223333:user/ann";
  enforcer.learned({ kind: "identity", id: "k", account: "111122223333", arn, from: "GetCallerIdentity" });
  enforcer.learned({ kind: "session", id: "s", of: "k" });
  const head = rawRequest(getItem("albums"));
  const decided = (identity: string) => {
    const call = apiCall({
      sdkId: "DynamoDB",
      operation: "GetItem",
      input: { TableName: "albums" },
      region: "us-east-1",
      identity,
    });
    return enforcer.gate(head, () => ({ call })).decide();
  };

  expect(decided("unknown")).toBeUndefined();
  expect(decided("s")?.status).toBe(403);
});

test("what cannot be decoded goes on, or is refused where that is wanted", async () => {
  expect(await enforced(policy(), UNDECODABLE)).toMatchObject({ statuses: ["200"], undecoded: [{ count: 1 }] });
  expect(await enforced(policy({ refuseUndecoded: true }), UNDECODABLE)).toMatchObject({
    statuses: ["403"],
    undecoded: [{ count: 1 }],
    notices: [{ code: "undecoded-refused" }],
  });
});

test("a policy whose operator is not known is turned down before anything runs", async () => {
  const odd = { ...ALBUMS, Condition: { StringSoundsLike: { "aws:x": "y" } } };
  await expect(openEnforcer(policy({}, odd), () => {})).rejects.toMatchObject({
    code: "policy-not-enforceable",
    message: "cannot enforce `p.json`: unknown condition operator `StringSoundsLike`",
  });
});

test("a stream of events is judged by its head, because its body comes with the answer", async () => {
  const enforcer = await openEnforcer(policy(), () => {});
  const head = {
    connection: { id: 1, approach: "connect", scheme: "https", authority: `${HOST}:443` },
    id: 1,
    startedAt: 0,
    httpVersion: "2",
    method: "POST",
    target: "/",
    host: HOST,
  } as const;
  const waits = (contentType: string) =>
    enforcer.gate({ ...head, headers: [["content-type", contentType]] }, () => undefined).waitsForBody;
  expect([waits("application/vnd.amazon.eventstream"), waits("application/json")]).toEqual([false, true]);
});
