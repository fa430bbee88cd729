import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
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
