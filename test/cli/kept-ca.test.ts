import { chmodSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createKeptCa, keptCaFiles, readKeptCa, removeKeptCa } from "../../src/cli/kept-ca.ts";
import { tempDir } from "../support/temp-dir.ts";

const NOW = new Date("2026-01-15T00:00:00Z");
const files = () => keptCaFiles({ environment: { XDG_STATE_HOME: tempDir() } });

test("the key is its owner's alone, in a directory that is as well", () => {
  const made = files();
  createKeptCa(made, NOW);
  const modes = [made.key, made.certificate, made.directory].map((path) => statSync(path).mode & 0o777);
  expect(modes).toEqual([0o600, 0o644, 0o700]);
  expect(readKeptCa(made)?.keyPem).toMatch(/^-----BEGIN PRIVATE KEY-----/);
});

test("is made once, and gone when removed", () => {
  const made = files();
  expect(readKeptCa(made)).toBeUndefined();
  createKeptCa(made, NOW);
  expect(() => createKeptCa(made, NOW)).toThrow(expect.objectContaining({ code: "ca-exists", exitCode: 3 }));
  expect([removeKeptCa(made), removeKeptCa(made)]).toEqual([true, false]);
  expect(readKeptCa(made)).toBeUndefined();
});

test("a place that takes no files is told", () => {
  const file = join(tempDir(), "file");
  writeFileSync(file, "");
  const made = keptCaFiles({ environment: { XDG_STATE_HOME: file } });
  expect(() => createKeptCa(made, NOW)).toThrow(expect.objectContaining({ code: "ca-unwritable" }));
});

test("a certificate that is missing beside its key is told", () => {
  const made = files();
  createKeptCa(made, NOW);
  removeKeptCa({ ...made, key: join(made.directory, "no-key") });
  expect(() => readKeptCa(made)).toThrow(expect.objectContaining({ code: "ca-unreadable" }));
});

test("a key that others can read is worth nothing any more, and is not used", () => {
  const made = files();
  createKeptCa(made, NOW);
  chmodSync(made.key, 0o640);
  expect(() => readKeptCa(made)).toThrow(
    expect.objectContaining({ code: "ca-unreadable", message: expect.stringMatching(/: others can read its key$/) }),
  );
});
