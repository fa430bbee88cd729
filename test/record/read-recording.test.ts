import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Outcome } from "../../src/decode/api-call.ts";
import { InputError } from "../../src/errors.ts";
import { readRecording } from "../../src/record/read-recording.ts";
import type { Recorder } from "../../src/record/recorder.ts";
import { decoded, SUCCEEDED } from "../support/api-call.ts";
import { recorderTo } from "../support/recorder.ts";

const RUN =
  '{"iamgen":1,"type":"run","startedAt":"2026-01-02T03:04:05.000Z","program":"npm","version":"0.1.0","data":{}}\n';

const OUTCOMES: readonly Outcome[] = [
  SUCCEEDED,
  { kind: "failed", httpStatus: 503 },
  { kind: "failed", httpStatus: 403 },
  { kind: "denied", httpStatus: 403, errorCode: "AccessDenied" },
  { kind: "none" },
];
const outcome = fc.constantFrom(...OUTCOMES);
const arn = "arn:aws:iam::111122223333:role/r";

type Step = (recorder: Recorder) => void;
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.constantFrom("GetObject", "PutObject"), fc.option(fc.constantFrom("i", "j")), outcome).map(
      ([operation, id, result]): Step =>
        (recorder) =>
          recorder.call(decoded({ operation }, id ?? undefined), result, 0),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.nat(4), outcome).map(
      ([n, result]): Step =>
        (recorder) =>
          recorder.refine(n, result),
    ),
  },
  fc.constantFrom("a:443", "ü:443").map(
    (authority): Step =>
      (recorder) =>
        recorder.undecoded({ kind: "undecoded", reason: "unsigned", authority }),
  ),
  fc.constantFrom("a:443", "b:443").map(
    (authority): Step =>
      (recorder) =>
        recorder.tunnel({ authority, why: "not-aws" }),
  ),
  fc.constantFrom("refused", "mocking-module").map(
    (code): Step =>
      (recorder) =>
        recorder.notice({ code }),
  ),
  fc.constantFrom("x", "y").map(
    (id): Step =>
      (recorder) =>
        recorder.learned({ kind: "identity", id, account: "1", arn, from: "f" }),
  ),
  fc.nat(3).map(
    (n): Step =>
      (recorder) =>
        recorder.attempt(n, { at: 0 }),
  ),
  fc.constant<Step>((recorder) => recorder.flush()),
);

function recordedBy(steps: readonly Step[]): { recorder: Recorder; lines: string[] } {
  const lines: string[] = [];
  const recorder = recorderTo(lines, { timeline: true });
  for (const apply of steps) apply(recorder);
  recorder.end(0, 0);
  return { recorder, lines };
}

describe("what was written", () => {
  test("is read back as the recording that the recorder holds", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { recorder, lines } = recordedBy(steps);
        // Attempts are in the file alone: a run must not hold one object for each of its requests.
        const { attempts: _, ...read } = readRecording(lines.join(""), "npm");
        expect(read).toEqual(readRecording(recorder.text(), "recording"));
      }),
    );
  });

  test("cut at any byte gives what the whole lines before the cut say, and tells of the cut", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), fc.double({ min: 0, max: 1, noNaN: true }), (steps, where) => {
        const { lines } = recordedBy(steps);
        const bytes = Buffer.from(lines.join(""));
        const header = Buffer.byteLength(lines[0] ?? "");
        const cut = Math.floor(header + where * (bytes.length - header));
        const text = bytes.subarray(0, cut).toString();
        const whole = text.slice(0, text.lastIndexOf("\n") + 1);
        const recording = readRecording(text, "npm");
        const isCut = text !== whole && !lines.includes(`${text.slice(whole.length)}\n`);

        const expected = readRecording(isCut || text === whole ? whole : `${text}\n`, "npm");
        expect({ ...recording, oddities: [] }).toEqual(expected);
        expect(recording.oddities).toEqual(isCut ? ["`npm` ends in the middle of a line: skipped"] : []);
      }),
    );
  });
});

describe("a file that is no recording", () => {
  test.each<[string, string, string]>([
    ["empty", "", "cannot read recording `f`: it is empty"],
    ["blank", "\n\n", "cannot read recording `f`: it is empty"],
    ["a policy", '{\n  "Version": "2012-10-17"\n}\n', "cannot read recording `f`: it is not an iamgen recording"],
    ["one line of JSON", '{"Version":"2012-10-17"}', "cannot read recording `f`: it is not an iamgen recording"],
    ["text", "hello\n", "cannot read recording `f`: it is not an iamgen recording"],
    ["cut in its first line", RUN.slice(0, 40), "cannot read recording `f`: it is not an iamgen recording"],
    ["without a header", '{"type":"call"}\n', "cannot read recording `f`: it is not an iamgen recording"],
    [
      "of a newer version",
      '{"iamgen":2,"type":"run"}\n',
      "cannot read recording `f`: its format is version 2, this iamgen reads 1",
    ],
  ])("is refused: %s", (_, text, message) => {
    expect(() => readRecording(text, "f")).toThrow(message);
  });

  test("of a newer version says what helps, with a code of its own", () => {
    try {
      readRecording('{"iamgen":2}', "f");
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      expect(error).toMatchObject({ code: "recording-too-new", hint: "update iamgen, then try again", exitCode: 4 });
    }
  });
});

describe("odd lines", () => {
  const oddities = (lines: string) => readRecording(RUN + lines, "f").oddities;

  test.each([
    ['{"type":"weather"}\n', "`f` line 2 has an unknown type `weather`: skipped"],
    ['{"type":"constructor"}\n', "`f` line 2 has an unknown type `constructor`: skipped"],
    ["{}\n", "`f` line 2 has an unknown type `undefined`: skipped"],
    ['{"type":{"toString":1}}\n', '`f` line 2 has an unknown type `{"toString":1}`: skipped'],
    ['{"type":"call","n":1}\n', "`f` line 2 (`call`) is incomplete: skipped"],
    ['{"type":"count","n":9,"count":2}\n', "`f` line 2 (`count`) is incomplete: skipped"],
    ['{"type":"outcome","n":9,"outcome":{"kind":"none"}}\n', "`f` line 2 (`outcome`) is incomplete: skipped"],
    ['{"type":"end"}\n', "`f` line 2 (`end`) is incomplete: skipped"],
    ["oops\n", "`f` line 2 is not JSON: skipped"],
    ['{"type":"tun', "`f` ends in the middle of a line: skipped"],
  ])("%j is skipped and named", (line, oddity) => {
    expect(oddities(line)).toEqual([oddity]);
  });

  test("line ends of other systems and a byte order mark are not odd", () => {
    const text = `\uFEFF${RUN}{"type":"tunnel","authority":"a:443","why":"not-aws"}\n`.replaceAll("\n", "\r\n");
    expect(readRecording(text, "f")).toMatchObject({ tunnels: [{ authority: "a:443", count: 1 }], oddities: [] });
  });

  test("the highest count stands, whatever the order", () => {
    const tunnel = (count: number) => `{"type":"tunnel","authority":"a:443","why":"not-aws","count":${count}}\n`;
    expect(readRecording(RUN + tunnel(3) + tunnel(2), "f").tunnels).toEqual([
      { authority: "a:443", why: "not-aws", count: 3 },
    ]);
  });
});

test("runs that stand one after the other in one file are merged", () => {
  const lines: string[] = [];
  recorderTo(lines).call(decoded(), SUCCEEDED, 0);
  const run = lines.join("");

  expect(readRecording(run + run, "f").calls).toMatchObject([{ n: 1, operation: "PutObject", count: 2 }]);
});
