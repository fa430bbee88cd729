/** A directory for one test, removed when it is over. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, onTestFinished } from "vitest";

export function tempDir(): string {
  const path = mkdtempSync(join(tmpdir(), "iamgen-test-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A directory for the tests of one file, removed when they are over. */
export function tempRoot(): string {
  const path = mkdtempSync(join(tmpdir(), "iamgen-test-"));
  afterAll(() => rmSync(path, { recursive: true, force: true }), 60_000);
  return path;
}
