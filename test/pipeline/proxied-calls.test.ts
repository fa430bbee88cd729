import { expect, test } from "vitest";
import { createProxiedCalls } from "../../src/pipeline/proxied-calls.ts";
import { apiCall } from "../support/api-call.ts";
import { csmAttempt, csmCall } from "../support/csm.ts";

const call = apiCall({ sdkId: "S3", operation: "GetObject", region: "us-east-1" });
const response = (id?: string) => ({
  status: 200,
  headers: id === undefined ? [] : ([["X-Amz-Request-Id", id]] as const),
});

test("one request id makes them one call, whatever the times", () => {
  const proxied = createProxiedCalls();
  proxied.add({ call, head: { startedAt: 99_000_000 }, response: response("R1") });

  expect(proxied.takes(call, { call: csmCall(), attempts: [csmAttempt({ XAmzRequestId: "R1" })] })).toBe(true);
  expect(proxied.takes(call, { call: csmCall(), attempts: [csmAttempt({ XAmzRequestId: "R2" })] })).toBe(false);
});

test("without ids, one request of that operation and region at that time stands for one call", () => {
  const proxied = createProxiedCalls();
  const seen = { call: csmCall(), attempts: [csmAttempt()] };
  proxied.add({ call, head: { startedAt: 1003 }, response: response() });

  expect(proxied.takes({ ...call, region: "eu-west-1" }, seen)).toBe(false);
  expect(proxied.takes({ ...call, operation: "PutObject" }, seen)).toBe(false);
  expect(proxied.takes(call, { call: csmCall({ Timestamp: 9000 }), attempts: [] })).toBe(false);
  expect(proxied.takes(call, seen)).toBe(true);
  expect(proxied.takes(call, seen)).toBe(false);
});

test("a connection that broke before an answer is one as well", () => {
  const proxied = createProxiedCalls();
  proxied.add({ call, head: { startedAt: 1003 } });
  expect(proxied.takes(call, { call: csmCall({ FinalHttpStatusCode: undefined }), attempts: [] })).toBe(true);
});

test("the oldest requests are forgotten first", () => {
  const proxied = createProxiedCalls(2);
  for (const id of ["R1", "R2", "R3"]) proxied.add({ call, head: { startedAt: 0 }, response: response(id) });
  const known = ["R1", "R2", "R3"].map((id) => proxied.takes(call, { attempts: [csmAttempt({ XAmznRequestId: id })] }));
  expect(known).toEqual([false, true, true]);

  for (const startedAt of [1000, 9_000_000, 9_000_001]) proxied.add({ call, head: { startedAt } });
  expect(proxied.takes(call, { call: csmCall(), attempts: [] })).toBe(false);
});
