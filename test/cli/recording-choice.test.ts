import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import type { Context } from "../../src/cli/command.ts";
import { Output } from "../../src/cli/output.ts";
import { openChosen } from "../../src/cli/recording-choice.ts";
import { InputError } from "../../src/errors.ts";
import { newRecordingPath, projectOf } from "../../src/run/recording-store.ts";
import { decoded, SUCCEEDED } from "../support/api-call.ts";
import { recorderTo } from "../support/recorder.ts";
import { KeepingSink } from "../support/sink.ts";
import { tempDir } from "../support/temp-dir.ts";

function projectContext() {
  const workingDirectory = tempDir();
  const state = tempDir();
  const stderr = new KeepingSink();
  const output = new Output({ stdout: new KeepingSink(), stderr, environment: {} });
  const context: Context = { output, environment: { XDG_STATE_HOME: state }, workingDirectory };
  const write = (runId: string, operation: string, ended = true): string => {
    const path = newRecordingPath(join(state, "iamgen"), projectOf(workingDirectory), runId);
    return writeRecording(path, operation, ended);
  };
  return { context, stderr, write, directory: workingDirectory };
}

function writeRecording(path: string, operation: string, ended = true): string {
  const lines: string[] = [];
  const recorder = recorderTo(lines);
  recorder.call(decoded({ operation }), SUCCEEDED, 0);
  if (ended) recorder.end(0, 0);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, lines.join(""));
  return path;
}

test("the newest finished recording of the project is read, and named", async () => {
  const { context, stderr, write } = projectContext();
  write("20260101T000000000Z-000001", "Old");
  const newest = write("20260102T000000000Z-000002", "New");
  const running = write("20260103T000000000Z-000003", "Running", false);

  expect((await openChosen([], context)).calls.map(({ operation }) => operation)).toEqual(["New"]);
  expect(stderr.text).toBe(`iamgen: 1 newer recording has not ended, such as ${running}\niamgen: reading ${newest}\n`);
});

test("named files are read and merged, also those of runs that were killed", async () => {
  const { context, stderr, directory } = projectContext();
  const one = writeRecording(join(directory, "one.ndjson"), "B");
  const other = writeRecording(join(directory, "other.ndjson"), "A", false);

  expect((await openChosen([one, other], context)).calls.map(({ n, operation }) => [n, operation])).toEqual([
    [1, "A"],
    [2, "B"],
  ]);
  expect(stderr.text).toBe("");
});

test("a project without recordings says how to make one", async () => {
  const { context } = projectContext();
  await expect(openChosen([], context)).rejects.toThrow(InputError);
  await expect(openChosen([], context)).rejects.toThrow("no finished recording of this project");
});

test("a file that is not there is an input error", async () => {
  const { context } = projectContext();
  await expect(openChosen(["/nowhere/r.ndjson"], context)).rejects.toThrow(
    "cannot read recording `/nowhere/r.ndjson`: no such file or directory",
  );
});
