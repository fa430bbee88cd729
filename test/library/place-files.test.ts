import { chmodSync, mkdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { placeFiles } from "../../src/library/place-files.ts";
import type { RunFilesRequest } from "../../src/run/run-files.ts";
import { tempDir } from "../support/temp-dir.ts";

const request = (cacheDirectory: string): RunFilesRequest => ({
  cacheDirectory,
  runId: "20261121T041503123Z-9f3a1c",
  now: new Date("2026-11-21T04:15:03.123Z"),
  caPem: "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
  trust: { systemRoots: [], ownRoots: [], addedRoots: [], profileHasCaBundle: false },
  defaultRoots: () => [],
  hook: "/pkg/register.cjs",
  env: { JAVA_HOME: "/no/such" },
});

/** A place where nothing can be made, for root neither. */
function unwritable(): string {
  const file = join(tempDir(), "file");
  writeFileSync(file, "");
  return file;
}

const placed = (cacheDirectory: string): string => placeFiles(request(cacheDirectory)).files.live;

function setTemporary(directory: string): void {
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = directory;
  onTestFinished(() => {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  });
}

test("a home that can be written has the files", () => {
  const home = tempDir();
  expect(placed(home).startsWith(`${home}/runs/`)).toBe(true);
});

test("a home that cannot be written has not: they are below one temporary directory of this user", () => {
  const [home, temporary] = [unwritable(), tempDir()];
  setTemporary(temporary);
  const own = join(temporary, `iamgen-${process.getuid?.()}`);
  expect([placed(home), placed(home)].filter((path) => path.startsWith(`${own}/runs/`))).toHaveLength(2);
  expect(statSync(own).mode & 0o777).toBe(0o700);
});

test.each([
  ["open to others", (path: string) => mkdirSync(path, { mode: 0o777 })],
  ["a link to elsewhere", (path: string) => symlinkSync(tempDir(), path)],
])("a temporary directory that is %s is not used", (_, make) => {
  const [home, temporary] = [unwritable(), tempDir()];
  const taken = join(temporary, `iamgen-${process.getuid?.()}`);
  make(taken);
  chmodSync(taken, 0o777);
  setTemporary(temporary);
  const path = placed(home);
  expect([path.startsWith(`${temporary}/iamgen-`), path.startsWith(`${taken}/`)]).toEqual([true, false]);
});

test("a TMPDIR that is full is passed over as well", () => {
  const [home, temporary] = [unwritable(), tempDir()];
  setTemporary(temporary);
  const own = join(temporary, `iamgen-${process.getuid?.()}`);
  mkdirSync(own, { mode: 0o700 });
  // What takes no directory stands in for what has no room.
  writeFileSync(join(own, "runs"), "");
  expect(placed(home)).toMatch(/^\/tmp\/iamgen-/);
});

test("a TMPDIR that cannot be written is passed over as well", () => {
  const home = unwritable();
  setTemporary(unwritable());
  expect(placed(home)).toMatch(/^\/tmp\/iamgen-/);
});
