import { expect, test } from "vitest";
import { createCsmDecoder } from "../../src/decode/csm/csm-decoder.ts";
import { type CsmSettings, observeCsm } from "../../src/pipeline/observe-csm.ts";
import { apiCall } from "../support/api-call.ts";
import { attemptFields, callFields, csmCall, datagram, KEY, sendDatagrams } from "../support/csm.ts";
import { REAL_CONTEXT } from "../support/real-decoder.ts";
import { recordedBy } from "../support/recorded-by.ts";
import { recorderTo } from "../support/recorder.ts";

async function observing(settings: Partial<CsmSettings> = {}, timeline = false) {
  const lines: string[] = [];
  const recorder = recorderTo(lines, { timeline });
  const openDecoder = async () => createCsmDecoder(REAL_CONTEXT);
  const csm = await observeCsm({ recorder, openDecoder }, { port: 0, ...settings });
  return { csm, lines, recording: () => recordedBy(recorder) };
}

const both = (fields = {}, ofAttempt = {}): Buffer[] => [
  datagram(attemptFields({ ...fields, ...ofAttempt })),
  datagram(callFields(fields)),
];

test("a call with its attempt is one call, without its key and its token", async () => {
  const { csm, lines, recording } = await observing();

  await sendDatagrams(csm.port, [...both(), ...both({ Timestamp: 2000 }), ...both({ Api: "HeadBucket" })]);
  await csm.finish();

  expect(recording().calls.map(({ operation, count, source, input }) => [operation, count, source, input])).toEqual([
    ["GetObject", 2, "csm", { Bucket: "photos" }],
    ["HeadBucket", 1, "csm", { Bucket: "photos" }],
  ]);
  expect(lines.join("")).not.toContain(KEY);
  expect(lines.join("")).not.toContain("token-that-must-never-be-kept");
});

test("what the proxy has seen is not counted again", async () => {
  const { csm, recording } = await observing();
  const call = apiCall({ operation: "GetObject", region: "us-east-1" });
  const response = { status: 200, headers: [["x-amz-request-id", "R1"]] as const };
  csm.proxied({ call, head: { startedAt: csmCall().at }, response });

  await sendDatagrams(csm.port, [...both({}, { XAmzRequestId: "R1" }), ...both({}, { XAmzRequestId: "R2" })]);
  await csm.finish();

  expect(recording().calls.map(({ count }) => count)).toEqual([1]);
});

test("whatever else arrives is told and does no harm", async () => {
  const { csm, recording } = await observing();
  const events = [Buffer.from("gauge:1|g"), datagram(callFields()).subarray(0, 50), ...both({ Service: "Teapot" })];

  await sendDatagrams(csm.port, [...events, ...both()]);
  await csm.finish();

  expect(recording().calls).toHaveLength(1);
  expect(recording().notices).toEqual([{ code: "csm-foreign", count: 1 }]);
  expect(recording().undecoded.map(({ reason, detail }) => [reason, detail])).toEqual([
    ["malformed-request", "cut, or not an event"],
    ["unknown-endpoint", "Teapot"],
  ]);
});

test("silence is told", async () => {
  const { csm, recording } = await observing();
  await csm.finish();
  expect(recording().notices).toEqual([{ code: "csm-silent", count: 1 }]);
});

test("decoding that cannot be loaded costs the calls, and is told", async () => {
  const recorder = recorderTo([]);
  const openDecoder = () => Promise.reject(new RangeError("no memory"));
  const csm = await observeCsm({ recorder, openDecoder }, { port: 0 });

  await sendDatagrams(csm.port, both());
  await csm.finish();

  expect(recordedBy(recorder).undecoded).toMatchObject([{ reason: "internal", detail: "RangeError" }]);
});

test("a timeline has every attempt", async () => {
  const { csm, lines } = await observing({}, true);
  const failed = datagram(attemptFields({ Timestamp: 1001, AttemptLatency: 3, HttpStatusCode: 500 }));

  await sendDatagrams(csm.port, [failed, ...both({ AttemptCount: 2 })]);
  await csm.finish();

  const attempts = lines.map((line) => JSON.parse(line)).filter(({ type }) => type === "attempt");
  expect(attempts.map(({ status, ms }) => [status, ms])).toEqual([
    [500, 3],
    [200, 40],
  ]);
});
