import fc from "fast-check";
import { expect, test } from "vitest";
import { type CsmSeen, createAttemptJoiner } from "../../../src/decode/csm/join-attempts.ts";
import { csmAttempt, csmCall } from "../../support/csm.ts";

const hosts = (seen: readonly CsmSeen[]): string[][] =>
  seen.map(({ attempts }) => attempts.map(({ hostname }) => hostname));

test.each([
  ["attempt first, as most SDKs", [csmAttempt(), csmCall()]],
  ["call first, as Ruby", [csmCall(), csmAttempt()]],
])("a call is told once with its attempt: %s", (_title, events) => {
  const joiner = createAttemptJoiner();
  expect(events.flatMap((event) => joiner.add(event, 0))).toEqual([{ call: csmCall(), attempts: [csmAttempt()] }]);
  expect(joiner.settle(Number.POSITIVE_INFINITY)).toEqual([]);
});

test("retries are one call, with the attempts in the order of their times", () => {
  const joiner = createAttemptJoiner();
  const failed = csmAttempt({ Timestamp: 1001, AttemptLatency: 5, HttpStatusCode: 500 });
  const answered = csmAttempt({ Timestamp: 1020, AttemptLatency: 30 });
  const told = [answered, failed, csmCall({ AttemptCount: 2 })].flatMap((event) => joiner.add(event, 0));
  expect(told.map(({ attempts }) => attempts)).toEqual([[failed, answered]]);
});

test("parallel calls of one operation get the attempt that ended with them", () => {
  const joiner = createAttemptJoiner();
  const events = [
    csmAttempt({ Timestamp: 1005, AttemptLatency: 90, Fqdn: "slow.test" }),
    csmAttempt({ Timestamp: 1006, AttemptLatency: 30, Fqdn: "fast.test" }),
    csmCall({ Timestamp: 1002, Latency: 35 }),
    csmCall({ Timestamp: 1001, Latency: 95 }),
  ];
  expect(hosts(events.flatMap((event) => joiner.add(event, 0)))).toEqual([["fast.test"], ["slow.test"]]);
});

test("an attempt of another region or operation is not taken", () => {
  const joiner = createAttemptJoiner();
  joiner.add(csmAttempt({ Region: "eu-west-1" }), 0);
  joiner.add(csmAttempt({ Api: "PutObject" }), 0);
  expect(joiner.add(csmCall(), 0)).toEqual([]);
  expect(joiner.settle(1999)).toEqual([]);
  expect(joiner.settle(2000)).toEqual([{ call: csmCall(), attempts: [] }]);
});

test("an attempt whose call never comes is a call all the same", () => {
  const joiner = createAttemptJoiner();
  expect(joiner.add(csmAttempt(), 0)).toEqual([]);
  expect(joiner.settle(60_000)).toEqual([]);
  expect(joiner.settle(Number.POSITIVE_INFINITY)).toEqual([{ attempts: [csmAttempt()] }]);
});

test("a call that sent nothing is none", () => {
  const joiner = createAttemptJoiner();
  expect(joiner.add(csmCall({ AttemptCount: 0 }), 0)).toEqual([]);
  expect(joiner.settle(Number.POSITIVE_INFINITY)).toEqual([]);
});

test("attempts without end are let go before they fill the memory", () => {
  const joiner = createAttemptJoiner();
  let told = 0;
  for (let n = 0; n < 5001; n += 1) told += joiner.add(csmAttempt({ Api: `Op${n % 100}` }), 0).length;
  expect(told).toBe(5000);
});

test("in whatever order they come, every call is told once and every attempt with one call at most", () => {
  const times = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(times, fc.infiniteStream(fc.nat()), (starts, random) => {
      const events = starts.flatMap((Timestamp, n) => [
        csmCall({ Timestamp, Latency: 20 + n }),
        csmAttempt({ Timestamp, AttemptLatency: 20 + n, Fqdn: `host${n}.test` }),
      ]);
      const order = events.map((event) => ({ event, rank: random.next().value })).sort((a, b) => a.rank - b.rank);
      const joiner = createAttemptJoiner();
      const told = order.flatMap(({ event }) => joiner.add(event, 0));
      told.push(...joiner.settle(Number.POSITIVE_INFINITY));
      expect(told).toHaveLength(starts.length);
      const used = told.flatMap(({ attempts }) => attempts);
      expect(new Set(used).size).toBe(used.length);
      expect(used).toHaveLength(starts.length);
    }),
  );
});
