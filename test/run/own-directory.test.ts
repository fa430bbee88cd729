import { chmodSync, chownSync, lchownSync, mkdirSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ForeignDirectory, ownDirectory } from "../../src/run/own-directory.ts";
import { canBeNobody, NOBODY, UNKNOWN_USER } from "../support/another-user.ts";
import { tempDir } from "../support/temp-dir.ts";

const mode = (path: string): number => statSync(path).mode & 0o777;

function withMask(mask: number): void {
  const was = process.umask(mask);
  onTestFinished(() => void process.umask(was));
}

test.each([0o000, 0o022, 0o277])(
  "makes a directory and those above it for this user alone, under the umask %o",
  (mask) => {
    const [above, path] = [join(tempDir(), "a"), "b"];
    withMask(mask & 0o077);
    ownDirectory(above);
    process.umask(mask);
    ownDirectory(join(above, path));
    expect([mode(above), mode(join(above, path))]).toEqual([0o700, 0o700]);
  },
);

test.each([
  [0o777, 0o755],
  [0o770, 0o750],
  [0o500, 0o700],
  [0o700, 0o700],
])("a directory with mode %o has %o afterwards", (before, after) => {
  const path = tempDir();
  chmodSync(path, before);
  ownDirectory(path);
  expect(mode(path)).toBe(after);
});

test("a link of one's own is followed", () => {
  const [target, link] = [tempDir(), join(tempDir(), "link")];
  chmodSync(target, 0o777);
  symlinkSync(target, link);
  ownDirectory(link);
  expect(mode(target)).toBe(0o755);
});

test.skipIf(!canBeNobody)("a directory of somebody else, or a link of his, is not taken", () => {
  const shared = tempDir();
  chmodSync(shared, 0o1777);
  const [theirs, own, link] = ["theirs", "own", "link"].map((name) => join(shared, name));
  if (theirs === undefined || own === undefined || link === undefined) throw new Error("unreachable");
  for (const path of [theirs, own]) mkdirSync(path);
  chmodSync(theirs, 0o777);
  chownSync(theirs, UNKNOWN_USER, UNKNOWN_USER);
  chownSync(own, NOBODY, NOBODY);
  symlinkSync(own, link);
  lchownSync(link, UNKNOWN_USER, UNKNOWN_USER);
  for (const path of [theirs, link]) expect(() => ownDirectory(path, NOBODY)).toThrow(ForeignDirectory);
  expect(mode(theirs)).toBe(0o777);
  expect(() => ownDirectory(own, NOBODY)).not.toThrow();
});

test.skipIf(!canBeNobody)("root works in directories of others", () => {
  const theirs = tempDir();
  chownSync(theirs, NOBODY, NOBODY);
  ownDirectory(theirs);
  expect(statSync(theirs).uid).toBe(NOBODY);
});
