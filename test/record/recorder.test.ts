import { describe, expect, test } from "vitest";
import { readRecording } from "../../src/record/read-recording.ts";
import { decoded, SUCCEEDED } from "../support/api-call.ts";
import { recordedBy } from "../support/recorded-by.ts";
import { HEADER, lineObjects, recorderTo } from "../support/recorder.ts";

const NOON = Date.UTC(2026, 0, 2, 12);

describe("lines", () => {
  test("the header is written at once, a distinct call with one write of one line", () => {
    const lines: string[] = [];
    const recorder = recorderTo(lines);
    recorder.call(decoded(), SUCCEEDED, NOON);

    expect(lines.map((line) => line.indexOf("\n") === line.length - 1)).toEqual([true, true]);
    expect(lineObjects(lines)).toEqual([
      { iamgen: 1, type: "run", ...HEADER },
      {
        type: "call",
        n: 1,
        sdkId: "S3",
        operation: "PutObject",
        signingName: "s3",
        protocol: "rest-xml",
        partition: "aws",
        region: "eu-central-1",
        account: "111122223333",
        identity: "k1f3a",
        auth: "sigv4",
        hostname: "photos.s3.eu-central-1.amazonaws.com",
        input: { Bucket: "photos", Key: "cat.jpg" },
        members: ["Bucket", "Key"],
        source: "proxy",
        outcome: { kind: "succeeded", httpStatus: 200 },
        firstSeenAt: "2026-01-02T12:00:00.000Z",
      },
    ]);
  });

  test("a repeated call writes nothing until the flush, then one count", () => {
    const lines: string[] = [];
    const recorder = recorderTo(lines);
    for (const at of [1, 2, 3]) expect(recorder.call(decoded(), SUCCEEDED, NOON + at)).toBe(1);
    expect(lines).toHaveLength(2);

    recorder.flush();
    recorder.flush();
    expect(lineObjects(lines.slice(2))).toEqual([
      { type: "count", n: 1, count: 3, lastSeenAt: "2026-01-02T12:00:00.003Z" },
    ]);
  });

  test("undecoded requests, tunnels and notices are written once, then counted at the flush", () => {
    const lines: string[] = [];
    const recorder = recorderTo(lines);
    const undecoded = { kind: "undecoded", reason: "unsigned", authority: "sts.amazonaws.com:443" } as const;
    for (let times = 0; times < 2; times++) {
      recorder.undecoded(undecoded);
      recorder.tunnel({ authority: "example.com:443", why: "not-aws" });
      recorder.notice({ code: "mocking-module", detail: "nock" });
    }
    expect(lines).toHaveLength(4);

    recorder.flush();
    expect(lineObjects(lines.slice(4))).toEqual([
      { type: "undecoded", reason: "unsigned", authority: "sts.amazonaws.com:443", count: 2 },
      { type: "tunnel", authority: "example.com:443", why: "not-aws", count: 2 },
      { type: "notice", code: "mocking-module", detail: "nock", count: 2 },
    ]);
  });

  test("a fact is written once, an identity under a type of its own", () => {
    const lines: string[] = [];
    const recorder = recorderTo(lines);
    const arn = "arn:aws:iam::111122223333:role/app";
    for (let times = 0; times < 2; times++) {
      recorder.learned({ kind: "identity", id: "k1f3a", account: "111122223333", arn, from: "GetCallerIdentity" });
      recorder.learned({ kind: "created", resource: "arn:aws:example:::thing/1", by: "CreateThing" });
    }

    expect(lineObjects(lines.slice(1))).toEqual([
      { type: "identity", id: "k1f3a", account: "111122223333", arn, from: "GetCallerIdentity" },
      { type: "learned", kind: "created", resource: "arn:aws:example:::thing/1", by: "CreateThing" },
    ]);
  });

  test("attempts are written with the timeline only", () => {
    const attempt = { at: NOON, status: 200, invocationId: "a-b", ms: 12 };
    const without: string[] = [];
    recorderTo(without).attempt(1, attempt);
    const lines: string[] = [];
    recorderTo(lines, { timeline: true }).attempt(1, attempt);

    expect(without).toHaveLength(1);
    expect(lineObjects(lines.slice(1))).toEqual([
      { type: "attempt", call: 1, at: "2026-01-02T12:00:00.000Z", status: 200, invocationId: "a-b", ms: 12 },
    ]);
  });

  test("only the fields of the format are written, whatever else hangs on the objects", () => {
    const lines: string[] = [];
    const recorder = recorderTo(lines);
    const secret = { authorization: "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE" };
    recorder.call({ ...decoded(), call: { ...decoded().call, ...secret } }, { ...SUCCEEDED, ...secret }, NOON);
    recorder.undecoded({ kind: "undecoded", reason: "unsigned", authority: "a:443", ...secret });
    recorder.tunnel({ authority: "a:443", why: "not-aws", ...secret });
    recorder.notice({ code: "refused", ...secret });
    recorder.learned({ kind: "role", role: "k", of: "o", ...secret });

    expect(lines.filter((line) => line.includes("AKIDEXAMPLE"))).toEqual([]);
    expect(lines).toHaveLength(6);
  });

  test("the order in which a request carries its members makes no other call", () => {
    const recorder = recorderTo([]);
    const one = decoded({ input: { Bucket: "b", Tagging: { Key: "k", Value: "v" } } });
    const other = decoded({ input: { Tagging: { Value: "v", Key: "k" }, Bucket: "b" } });

    expect([recorder.call(one, SUCCEEDED, NOON), recorder.call(other, SUCCEEDED, NOON)]).toEqual([1, 1]);
  });
});

describe("the end", () => {
  test("pending counts come before the end line, and the exit code is read back", () => {
    const lines: string[] = [];
    const recorder = recorderTo(lines);
    recorder.call(decoded(), SUCCEEDED, NOON);
    recorder.call(decoded(), SUCCEEDED, NOON);
    recorder.end(3, NOON);

    expect(lineObjects(lines.slice(2))).toEqual([
      { type: "count", n: 1, count: 2, lastSeenAt: "2026-01-02T12:00:00.000Z" },
      { type: "end", exitCode: 3, endedAt: "2026-01-02T12:00:00.000Z" },
    ]);
    expect(recordedBy(recorder).end).toEqual({ exitCode: 3 });
    expect(readRecording(lines.join(""), "npm")).toEqual(recordedBy(recorder));
  });

  test("counts not yet flushed are part of the recording in memory", () => {
    const recorder = recorderTo([]);
    recorder.call(decoded(), SUCCEEDED, NOON);
    recorder.call(decoded(), SUCCEEDED, NOON);
    recorder.tunnel({ authority: "example.com:443", why: "not-aws" });
    recorder.tunnel({ authority: "example.com:443", why: "not-aws" });

    expect(recordedBy(recorder).calls.map(({ count }) => count)).toEqual([2]);
    expect(recordedBy(recorder).tunnels).toEqual([{ authority: "example.com:443", why: "not-aws", count: 2 }]);
  });
});

describe("when writing fails", () => {
  const fullDisk = (lines: string[], room: number) => (line: string) => {
    if (lines.length >= room) throw Object.assign(new Error("no space left on /home/me"), { code: "ENOSPC" });
    lines.push(line);
  };

  test("recording goes on in memory, the writer is not called again, and a notice says why", () => {
    const lines: string[] = [];
    const recorder = recorderTo([], { write: fullDisk(lines, 2) });
    recorder.call(decoded(), SUCCEEDED, NOON);
    expect(recorder.failed).toBe(false);
    recorder.call(decoded({ operation: "GetObject" }), SUCCEEDED, NOON);
    lines.pop();
    recorder.call(decoded({ operation: "HeadObject" }), SUCCEEDED, NOON);
    recorder.end(0, NOON);

    expect(recorder.failed).toBe(true);
    expect(lines).toHaveLength(1);
    const recording = recordedBy(recorder);
    expect(recording.calls.map(({ operation }) => operation)).toEqual(["PutObject", "GetObject", "HeadObject"]);
    expect(recording.notices).toEqual([{ code: "recording-failed", detail: "ENOSPC", count: 1 }]);
    expect(recording.end).toEqual({ exitCode: 0 });
  });

  test("even the first line may fail", () => {
    const recorder = recorderTo([], { write: fullDisk([], 0) });
    recorder.call(decoded(), SUCCEEDED, NOON);
    expect(recorder.failed).toBe(true);
    expect(recordedBy(recorder).calls).toHaveLength(1);
  });
});

test("calls beyond the limit are told by a notice, and known ones still counted", () => {
  const recorder = recorderTo([], { maxCalls: 2 });
  const operations = ["A", "B", "C", "D", "A"];
  expect(operations.map((operation) => recorder.call(decoded({ operation }), SUCCEEDED, NOON))).toEqual([
    1, 2, 0, 0, 1,
  ]);
  recorder.refine(0, { kind: "failed" });

  const { calls, notices } = recordedBy(recorder);
  expect(calls.map(({ operation, count }) => [operation, count])).toEqual([
    ["A", 2],
    ["B", 1],
  ]);
  expect(notices).toEqual([{ code: "recording-full", count: 2 }]);
});

describe("the lines of the project that made calls", () => {
  test("are written when seen first, counted at the flush, and read back with their calls", () => {
    const lines: string[] = [];
    const recorder = recorderTo(lines);
    const call = recorder.call(decoded(), SUCCEEDED, NOON);
    recorder.caller({ call, at: "src/b.ts:7" });
    recorder.caller({ call, at: "src/a.ts:42" });
    recorder.caller({ call, at: "src/b.ts:7" });
    recorder.flush();

    expect(lineObjects(lines).slice(2)).toEqual([
      { type: "caller", call: 1, at: "src/b.ts:7" },
      { type: "caller", call: 1, at: "src/a.ts:42" },
      { type: "caller", call: 1, at: "src/b.ts:7", count: 2 },
    ]);
    expect(recordedBy(recorder).calls[0]?.callSites).toEqual([
      { at: "src/a.ts:42", requests: 1 },
      { at: "src/b.ts:7", requests: 2 },
    ]);
  });
});
