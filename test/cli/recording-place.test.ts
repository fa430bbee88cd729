import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Output } from "../../src/cli/output.ts";
import { openRecording } from "../../src/cli/recording-place.ts";
import { SetupError } from "../../src/errors.ts";
import { KeepingSink } from "../support/sink.ts";
import { tempDir } from "../support/temp-dir.ts";

const RUN_ID = "20260102T030405000Z-abcdef";

function open(asked: string | undefined, stateDirectory: string) {
  const stderr = new KeepingSink();
  const output = new Output({ stdout: new KeepingSink(), stderr, environment: {} });
  const context = { output, environment: {}, workingDirectory: tempDir() };
  return { file: openRecording({ asked, stateDirectory, runId: RUN_ID }, context), stderr };
}

test("lies with the project's other recordings, named by its run", () => {
  const state = tempDir();
  const { file, stderr } = open(undefined, state);
  file?.close();

  expect(file?.path?.startsWith(join(state, "recordings"))).toBe(true);
  expect(file?.path?.endsWith(`/${RUN_ID}.ndjson`)).toBe(true);
  expect(stderr.text).toBe("");
});

test("lies where it was asked for", () => {
  const path = join(tempDir(), "shard.ndjson");
  const { file } = open(path, "/nowhere");
  file?.close();
  expect(file?.path).toBe(path);
  expect(existsSync(path)).toBe(true);
});

test("is done without, and that is said aloud, where no file can be made", () => {
  const blocked = join(tempDir(), "blocked");
  writeFileSync(blocked, "");
  const { file, stderr } = open(join(blocked, "r.ndjson"), "/nowhere");

  expect(file).toBeUndefined();
  expect(stderr.text).toContain(`iamgen: cannot record to \`${join(blocked, "r.ndjson")}\``);
  expect(stderr.text).toContain("iamgen: going on without a recording");
});

test("is done without where the state directory cannot be made", () => {
  const { file, stderr } = open(undefined, "/dev/null/state");
  expect(file).toBeUndefined();
  expect(stderr.text).toContain("iamgen: cannot write recordings to `/dev/null/state/recordings/");
});

test("never takes over a file that is there", () => {
  const path = join(tempDir(), "r.ndjson");
  writeFileSync(path, "precious");
  expect(() => open(path, "/nowhere")).toThrow(SetupError);
});
