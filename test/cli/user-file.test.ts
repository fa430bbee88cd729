import { execFileSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { readUserFile, writeUserFile } from "../../src/cli/user-file.ts";
import { InputError, SetupError } from "../../src/errors.ts";
import { tempDir } from "../support/temp-dir.ts";

test("what was written is read", () => {
  const path = join(tempDir(), "p.json");
  writeUserFile({ what: "policy", path }, "{}\n");
  expect(readUserFile({ what: "policy", path })).toBe("{}\n");
  expect(readFileSync(path, "utf8")).toBe("{}\n");
});

test.each(["new", "there already"])("a secret in a file that is %s is its owner's alone", (what) => {
  const path = join(tempDir(), "env");
  if (what !== "new") writeFileSync(path, "old", { mode: 0o644 });
  writeUserFile({ what: "variables", path, isSecret: true }, "new");
  expect([statSync(path).mode & 0o777, readFileSync(path, "utf8")]).toEqual([0o600, "new"]);
});

test("a secret is not told to the owner of a file that was there first", () => {
  const path = join(tempDir(), "env");
  writeFileSync(path, "");
  const asAnother = vi.spyOn(process, "getuid").mockReturnValue(statSync(path).uid + 1);
  onTestFinished(() => asAnother.mockRestore());
  expect(() => writeUserFile({ what: "variables", path, isSecret: true }, "token")).toThrow(
    `cannot write variables to \`${path}\`: it belongs to another user`,
  );
  expect(readFileSync(path, "utf8")).toBe("");
});

test("a device keeps its mode, whoever writes a secret to it", () => {
  const pipe = join(tempDir(), "pipe");
  execFileSync("mkfifo", ["-m", "644", pipe]);
  // Open for both, so that writing need not wait for a reader.
  const end = openSync(pipe, "r+");
  onTestFinished(() => closeSync(end));
  writeUserFile({ what: "variables", path: pipe, isSecret: true }, "token");
  expect(statSync(pipe).mode & 0o777).toBe(0o644);
});

test("a file that cannot be read is an input error, one that cannot be written a setup error", () => {
  const directory = join(tempDir(), "d");
  mkdirSync(directory);
  const missing = { what: "recording", path: join(directory, "missing") };
  expect(() => readUserFile(missing)).toThrow(InputError);
  expect(() => readUserFile(missing)).toThrow(`cannot read recording \`${missing.path}\`: no such file or directory`);
  expect(() => writeUserFile({ what: "policy", path: directory }, "")).toThrow(SetupError);
  expect(() => writeUserFile({ what: "policy", path: directory }, "")).toThrow(
    `cannot write policy to \`${directory}\`: illegal operation on a directory`,
  );
});
