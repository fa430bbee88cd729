import { appendFileSync } from "node:fs";
import { expect, test } from "vitest";
import { splitOperands } from "../../../src/cli/commands/explain.ts";
import { project } from "../../support/project.ts";

const PUT = { input: { Bucket: "photos", Key: "cat.jpg" }, members: ["Body", "Bucket", "Key"] };
const GET = { operation: "GetObject", input: { Bucket: "photos", Key: "cat.jpg" }, members: ["Bucket", "Key"] };

test.each([
  [[], [], undefined],
  [["s3:GetObject"], [], "s3:GetObject"],
  [["-"], ["-"], undefined],
  [["-", "s3:GetObject"], ["-"], "s3:GetObject"],
  [["arn:aws:s3:::photos/cat.jpg"], [], "arn:aws:s3:::photos/cat.jpg"],
  [["S3.GetObject"], [], "S3.GetObject"],
  [["missing.ndjson"], ["missing.ndjson"], undefined],
  [["./missing"], ["./missing"], undefined],
  [["a.ndjson", "package.json"], ["a.ndjson", "package.json"], undefined],
  [["a.ndjson", "GetObject"], ["a.ndjson"], "GetObject"],
])("operands %j", (operands, recordings, selector) => {
  expect(splitOperands(operands)).toEqual({ recordings, selector });
});

test("prints one JSON line a call with what it needs and why", async () => {
  const place = project();
  const { exitCode, stdout } = await place.iamgen("explain", "--json", place.record("r.ndjson", [PUT, GET]));

  expect(exitCode).toBe(0);
  const lines = stdout
    .trimEnd()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
  expect(lines).toMatchObject([
    {
      call: 1,
      sdkId: "S3",
      operation: "PutObject",
      permissions: [
        { action: "s3:PutObject", resources: ["arn:aws:s3:::photos/cat.jpg"], conditions: {}, origin: "direct" },
      ],
    },
    { call: 2, operation: "GetObject", permissions: [{ action: "s3:GetObject" }] },
  ]);
});

test("shows the calls behind one action", async () => {
  const place = project();
  const { stdout } = await place.iamgen("explain", place.record("r.ndjson", [PUT, GET]), "s3:GetObject");
  expect(stdout).toMatch(/^call 2: S3 GetObject in eu-central-1, once, succeeded\n {2}s3:GetObject\n/);
  expect(stdout).not.toContain("PutObject");
});

test("says so where nothing matches", async () => {
  const place = project();
  expect(await place.iamgen("explain", place.record("r.ndjson", [PUT]), "s3:DeleteObject")).toEqual({
    exitCode: 4,
    signal: null,
    stdout: "",
    stderr:
      "iamgen: no call of this recording needs or is `s3:DeleteObject`\n" +
      "hint: name a Sid, action, ARN, operation or line of code; `iamgen explain` alone shows all calls\n",
  });
});

const ATTEMPT = '{"type":"attempt","call":1,"at":"2026-01-02T12:00:00.000Z","status":200,"ms":7}\n';
const CALLER = '{"type":"caller","call":1,"at":"src/upload.ts:42","count":3}\n';

test("--timeline shows the attempts in order, and says where a recording has none", async () => {
  const place = project();
  const path = place.record("r.ndjson", [PUT, GET]);
  expect(await place.iamgen("explain", "--timeline", path)).toMatchObject({
    exitCode: 4,
    stderr: expect.stringContaining("hint: record with `iamgen run --timeline -- …`"),
  });
  appendFileSync(path, ATTEMPT);
  expect(await place.iamgen("explain", "--timeline", path)).toMatchObject({
    exitCode: 0,
    stdout: "2026-01-02T12:00:00.000Z call 1: S3 PutObject, 200 after 7 ms\n",
  });
});

test("an action answers with the line that called it, and a line selects its calls", async () => {
  const place = project();
  const path = place.record("r.ndjson", [PUT, GET]);
  appendFileSync(path, CALLER);
  const ofAction = await place.iamgen("explain", path, "s3:PutObject");
  expect(ofAction.stdout).toContain("  called from src/upload.ts:42, 3 requests\n");
  expect(await place.iamgen("explain", path, "src/upload.ts:42")).toEqual(ofAction);
});

test("--proof shows each element with the calls that need it, and is of the whole policy", async () => {
  const place = project();
  const path = place.record("r.ndjson", [PUT, GET]);
  const { exitCode, stdout } = await place.iamgen("explain", "--proof", path);
  expect(exitCode).toBe(0);
  expect(stdout).toContain("    Action s3:GetObject: call 2\n");
  expect(await place.iamgen("explain", "--proof", "--timeline", path)).toMatchObject({ exitCode: 2, stdout: "" });
  expect(await place.iamgen("explain", "--proof", path, "s3:GetObject")).toMatchObject({ exitCode: 2, stdout: "" });
});
