import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { SetupError } from "../../src/errors.ts";
import { newestFinishedRecording, newRecordingPath, projectOf } from "../../src/run/recording-store.ts";
import { newRunId } from "../../src/run/run-id.ts";

let scratch = "";
beforeEach(() => {
  scratch = realpathSync(mkdtempSync(join(tmpdir(), "iamgen-state-")));
});
afterEach(() => rmSync(scratch, { recursive: true }));

const directory = (...parts: string[]): string => {
  const path = join(scratch, ...parts);
  mkdirSync(path, { recursive: true });
  return path;
};

test("takes the repository as the project, from any directory in it", () => {
  directory("shop", ".git");
  const { root, key } = projectOf(directory("shop", "packages", "api"));
  expect(root).toBe(join(scratch, "shop"));
  expect(key).toMatch(/^shop-[0-9a-f]{8}$/);
});

test("takes a worktree, whose .git is a file, as a project of its own", () => {
  writeFileSync(join(directory("tree"), ".git"), "gitdir: elsewhere\n");
  expect(projectOf(join(scratch, "tree")).root).toBe(join(scratch, "tree"));
});

test("takes the working directory where there is no repository", () => {
  expect(projectOf(directory("my folder")).key).toMatch(/^my-folder-[0-9a-f]{8}$/);
});

test("keeps two checkouts of one name apart, and one checkout together under a link to it", () => {
  directory("a", "shop", ".git");
  directory("b", "shop", ".git");
  symlinkSync(join(scratch, "a", "shop"), join(scratch, "link"));
  const [a, b, link] = ["a/shop", "b/shop", "link"].map((path) => projectOf(join(scratch, path)).key);
  expect(a).not.toBe(b);
  expect(link).toBe(a);
});

const recording = (startedAt: string, lines: string[]): string => {
  const path = newRecordingPath(scratch, projectOf(scratch), newRunId(new Date(startedAt)));
  writeFileSync(path, lines.map((line) => `${line}\n`).join(""));
  return path;
};
const HEAD = '{"iamgen":1,"type":"run"}';
const END = '{"type":"end","exitCode":0}';

test("finds the newest recording that has ended, and names newer ones that have not", () => {
  recording("2026-01-01T10:00:00Z", [HEAD, END]);
  const newest = recording("2026-01-01T11:00:00Z", [HEAD, `{"type":"call","input":"${"x".repeat(9000)}"}`, END]);
  const killed = recording("2026-01-01T12:00:00Z", [HEAD, '{"type":"call","input":"{\\"type\\":\\"end\\"}"}']);
  const empty = recording("2026-01-01T13:00:00Z", []);
  writeFileSync(join(newest, "..", "notes.ndjson"), END);
  expect(newestFinishedRecording(scratch, projectOf(scratch))).toEqual({ path: newest, unfinished: [empty, killed] });
});

test("finds nothing in a project that was never recorded, or never to the end", () => {
  expect(newestFinishedRecording(scratch, projectOf(scratch))).toBeUndefined();
  recording("2026-01-01T12:00:00Z", [HEAD]);
  expect(newestFinishedRecording(scratch, projectOf(scratch))).toBeUndefined();
});

test("says where recordings cannot be written, and what to do", () => {
  writeFileSync(join(scratch, "recordings"), "a file in the way");
  const write = (): string => newRecordingPath(scratch, projectOf(scratch), newRunId(new Date()));
  expect(write).toThrow(SetupError);
  expect(write).toThrow(/^cannot write recordings to `.*`: (?:not a directory|file already exists)$/);
});
