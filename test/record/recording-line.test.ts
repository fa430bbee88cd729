import { expect, test } from "vitest";
import { parseCall, parseFields } from "../../src/record/parse-line.ts";
import { callLine, callText, learnedLine, outcomeText, sameOutcome } from "../../src/record/recording-line.ts";
import { apiCall } from "../support/api-call.ts";

test("every field that a rule may read makes another call", () => {
  const texts = [
    {},
    { region: "us-east-1" },
    { account: "444455556666" },
    { identity: "other" },
    { hostname: "photos.s3-accelerate.amazonaws.com" },
    { auth: "sigv4-query" as const },
    { input: { Bucket: "photos" } },
    { members: ["Body", "Bucket", "Key"] },
    { inputTruncated: true as const },
  ].map((overrides) => callText(apiCall(overrides)));

  expect(new Set(texts).size).toBe(texts.length);
});

test("the outcome is no part of the text, and a call line holds both", () => {
  const denied = { kind: "denied", httpStatus: 403, errorCode: "AccessDenied" } as const;
  const call = apiCall();
  expect(callText({ ...call, outcome: denied })).toBe(callText(call));

  const fields = parseFields(callLine(7, callText(call), { outcome: denied, firstSeenAt: 0 }));
  expect(fields?.["n"]).toBe(7);
  expect(fields && parseCall(fields)).toEqual({ ...call, outcome: denied });
});

test("lists inside the input keep their order", () => {
  expect(callText(apiCall({ input: { Keys: ["b", "a"] } }))).not.toBe(
    callText(apiCall({ input: { Keys: ["a", "b"] } })),
  );
});

test.each([
  [
    { kind: "identity", id: "i", account: "a", arn: "r", from: "f" },
    '{"type":"identity","id":"i","account":"a","arn":"r","from":"f"}\n',
  ],
  [{ kind: "created", resource: "r", by: "b" }, '{"type":"learned","kind":"created","resource":"r","by":"b"}\n'],
  [{ kind: "session", id: "s", of: "k" }, '{"type":"learned","kind":"session","id":"s","of":"k"}\n'],
  [{ kind: "role", role: "r", of: "o" }, '{"type":"learned","kind":"role","role":"r","of":"o"}\n'],
] as const)("writes %o", (fact, line) => {
  expect(learnedLine(fact)).toBe(line);
});

test("outcomes are the same when kind, status and error code are", () => {
  const one = { kind: "failed", httpStatus: 400 } as const;
  expect(sameOutcome(one, { ...one })).toBe(true);
  expect(sameOutcome(one, { ...one, errorCode: "Throttling" })).toBe(false);
  expect(sameOutcome(one, { kind: "failed", httpStatus: 500 })).toBe(false);
  expect(sameOutcome(one, { kind: "denied", httpStatus: 400 })).toBe(false);
});

test("outcomes with other keys are not the same, whatever the order of the keys", () => {
  const one = { kind: "succeeded", httpStatus: 200, keys: { source: "a", key: "b" } } as const;
  expect(sameOutcome(one, { ...one, keys: { key: "b", source: "a" } })).toBe(true);
  expect(sameOutcome(one, { ...one, keys: { source: "a", key: "c" } })).toBe(false);
  expect(sameOutcome(one, { kind: "succeeded", httpStatus: 200 })).toBe(false);
  expect(outcomeText(one)).toBe('{"kind":"succeeded","httpStatus":200,"keys":{"key":"b","source":"a"}}');
});

test("who refused a call stands in its line", () => {
  const denied = { kind: "denied", denial: { action: "x:Y", resource: "arn:z" }, deniedBy: "iamgen" } as const;
  const call = apiCall();
  const fields = parseFields(callLine(1, callText(call), { outcome: denied, firstSeenAt: 0 }));
  expect(fields && parseCall(fields)).toEqual({ ...call, outcome: denied });
});
