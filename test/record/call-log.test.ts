import { describe, expect, test } from "vitest";
import type { Outcome } from "../../src/decode/api-call.ts";
import { readRecording } from "../../src/record/read-recording.ts";
import type { Recorder } from "../../src/record/recorder.ts";
import { decoded, SUCCEEDED } from "../support/api-call.ts";
import { recordedBy } from "../support/recorded-by.ts";
import { lineObjects, recorderTo } from "../support/recorder.ts";

const BUSY: Outcome = { kind: "failed", httpStatus: 503 };
const FORBIDDEN: Outcome = { kind: "failed", httpStatus: 403 };
const DENIED: Outcome = { kind: "denied", httpStatus: 403, errorCode: "AccessDenied" };
const EXPIRED: Outcome = { kind: "failed", httpStatus: 403, errorCode: "ExpiredToken" };

type Step = (recorder: Recorder) => void;
const once =
  (outcome: Outcome, invocationId?: string): Step =>
  (recorder) =>
    recorder.call(decoded({}, invocationId), outcome, 0);
const first =
  (outcome: Outcome, invocationId: string): Step =>
  (recorder) =>
    recorder.call({ ...decoded({}, invocationId), isFirstAttempt: true }, outcome, 0);
const thenBody =
  (outcome: Outcome, body: Outcome, invocationId?: string): Step =>
  (recorder) =>
    recorder.refine(recorder.call(decoded({}, invocationId), outcome, 0), body, invocationId);

/** Outcome and count of every call, from memory; the file must say the same. */
function tally(steps: readonly Step[]): unknown {
  const lines: string[] = [];
  const recorder = recorderTo(lines);
  for (const step of steps) step(recorder);
  recorder.flush();
  const recording = recordedBy(recorder);
  expect(readRecording(lines.join(""), "npm")).toEqual(recording);
  return recording.calls.map(({ outcome, count }) => [outcome.errorCode ?? outcome.httpStatus, count]);
}

describe("retries", () => {
  test.each<[string, Step[], unknown]>([
    ["two attempts with one invocation id are one call", [once(SUCCEEDED, "i"), once(SUCCEEDED, "i")], [[200, 1]]],
    ["the later outcome holds", [once(BUSY, "i"), once(BUSY, "i"), once(SUCCEEDED, "i")], [[200, 1]]],
    [
      "a call known as succeeded is counted with it",
      [once(SUCCEEDED), once(BUSY, "i"), once(SUCCEEDED, "i")],
      [[200, 2]],
    ],
    [
      "other calls that failed alike keep their outcome",
      [once(BUSY, "i"), once(BUSY, "j"), once(SUCCEEDED, "i")],
      [
        [503, 1],
        [200, 1],
      ],
    ],
    [
      "parts that one call sends at once share its invocation id, and each is a first attempt",
      [first(SUCCEEDED, "i"), first(SUCCEEDED, "i"), first(SUCCEEDED, "i")],
      [[200, 3]],
    ],
    [
      "a first attempt that is sent again because the connection was lost is one call",
      [first({ kind: "none" }, "i"), first(SUCCEEDED, "i")],
      [[200, 1]],
    ],
    ["what follows a first attempt is its retry", [first(BUSY, "i"), once(SUCCEEDED, "i")], [[200, 1]]],
    ["without invocation id each attempt is a call", [once(SUCCEEDED), once(SUCCEEDED)], [[200, 2]]],
    [
      "after a retry succeeded, another failure is a call of its own",
      [once(BUSY, "i"), once(SUCCEEDED, "i"), once(BUSY, "j")],
      [
        [200, 1],
        [503, 1],
      ],
    ],
  ])("%s", (_, steps, expected) => {
    expect(tally(steps)).toEqual(expected);
  });

  test("an attempt at another region is a call of its own", () => {
    const recorder = recorderTo([]);
    const first = recorder.call(decoded({ region: "us-east-1" }, "i"), { kind: "failed", httpStatus: 301 }, 0);
    const second = recorder.call(decoded({ region: "eu-central-1" }, "i"), SUCCEEDED, 0);
    expect([first, second]).toEqual([1, 2]);
  });

  test("a retry follows what the body made of the attempt before it", () => {
    const steps = [thenBody(FORBIDDEN, EXPIRED, "i"), thenBody(FORBIDDEN, DENIED, "j"), once(SUCCEEDED, "j")];
    expect(tally(steps)).toEqual([
      ["ExpiredToken", 1],
      [200, 1],
    ]);
  });

  test("a superseded outcome is one further line, not another call", () => {
    const lines: string[] = [];
    const recorder = recorderTo(lines);
    once(BUSY, "i")(recorder);
    once(SUCCEEDED, "i")(recorder);
    expect(lineObjects(lines.slice(2))).toEqual([{ type: "outcome", n: 1, outcome: SUCCEEDED }]);
  });
});

describe("outcomes that the body tells", () => {
  test.each<[string, Step[], unknown]>([
    ["a denial replaces the bare status", [thenBody(FORBIDDEN, DENIED)], [["AccessDenied", 1]]],
    [
      "an equal head is the same call before its body is read",
      [thenBody(FORBIDDEN, DENIED), once(FORBIDDEN)],
      [["AccessDenied", 2]],
    ],
    [
      "another error under the same status is another call",
      [thenBody(FORBIDDEN, DENIED), thenBody(FORBIDDEN, EXPIRED), thenBody(FORBIDDEN, EXPIRED)],
      [
        ["AccessDenied", 1],
        ["ExpiredToken", 2],
      ],
    ],
    [
      "two responses under way at once are told apart when both bodies are read",
      [once(FORBIDDEN), once(FORBIDDEN), (recorder) => recorder.refine(1, DENIED), (r) => r.refine(1, EXPIRED)],
      [
        ["AccessDenied", 1],
        ["ExpiredToken", 1],
      ],
    ],
    [
      "an error inside a 200 leaves earlier successes alone",
      [once(SUCCEEDED), once(SUCCEEDED), thenBody(SUCCEEDED, { kind: "failed", httpStatus: 200, errorCode: "Oops" })],
      [
        [200, 2],
        ["Oops", 1],
      ],
    ],
    [
      "a success after an error inside a 200 is a call of its own",
      [thenBody(SUCCEEDED, { kind: "failed", httpStatus: 200, errorCode: "Oops" }), once(SUCCEEDED)],
      [
        ["Oops", 1],
        [200, 1],
      ],
    ],
  ])("%s", (_, steps, expected) => {
    expect(tally(steps)).toEqual(expected);
  });

  test("answers that name the same key are one call, another key makes another", () => {
    const using = (key: string): Step => thenBody(SUCCEEDED, { ...SUCCEEDED, keys: { key } });
    const recorder = recorderTo([]);
    for (const step of [using("a"), using("a"), using("b"), using("a"), using("b")]) step(recorder);
    expect(recordedBy(recorder).calls.map(({ outcome, count }) => [outcome.keys, count])).toEqual([
      [{ key: "a" }, 3],
      [{ key: "b" }, 2],
    ]);
  });

  test("the call that it turns out to be has its number told", () => {
    const recorder = recorderTo([]);
    const heads = [recorder.call(decoded(), FORBIDDEN, 0), recorder.call(decoded(), FORBIDDEN, 0)];
    expect(heads.map((n, at) => recorder.refine(n, at === 0 ? DENIED : EXPIRED))).toEqual([1, 2]);
  });

  test("a body that tells nothing new writes nothing", () => {
    const lines: string[] = [];
    const recorder = recorderTo(lines);
    thenBody(DENIED, { ...DENIED })(recorder);
    expect(lines).toHaveLength(2);
  });
});

test("progress counts calls, not attempts, and the operations of each API apart", () => {
  const recorder = recorderTo([]);
  expect(recorder.progress()).toEqual({ calls: 0, operations: 0, denied: 0 });
  for (const step of [once(SUCCEEDED), once(SUCCEEDED), once(BUSY, "i"), once(DENIED, "i")]) step(recorder);
  expect(recorder.progress()).toEqual({ calls: 3, operations: 1, denied: 1 });
  recorder.call(decoded({ operation: "ListTables" }), SUCCEEDED, 0);
  recorder.call(decoded({ operation: "ListTables", sdkId: "Other" }), DENIED, 0);
  expect(recorder.progress()).toEqual({ calls: 5, operations: 3, denied: 2 });
});
