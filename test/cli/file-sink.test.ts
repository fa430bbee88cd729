import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { wholeWrites } from "../../src/cli/file-sink.ts";
import { KeepingSink } from "../support/sink.ts";
import { tempDir } from "../support/temp-dir.ts";

function opened(path: string, flags: string): number {
  const fd = openSync(path, flags);
  onTestFinished(() => closeSync(fd));
  return fd;
}

const written = (fd: number, text: string): Promise<Error | null | undefined> =>
  new Promise((done) => wholeWrites(Object.assign(new KeepingSink(), { fd })).write(text, done));

test("a file gets each text behind the one before", async () => {
  const path = join(tempDir(), "out");
  const fd = opened(path, "w");
  expect([await written(fd, "one\n"), await written(fd, "two\n")]).toEqual([undefined, undefined]);
  expect(readFileSync(path, "utf8")).toBe("one\ntwo\n");
});

test("a file that takes nothing says why", async () => {
  const path = join(tempDir(), "out");
  closeSync(openSync(path, "w"));
  expect(await written(opened(path, "r"), "text")).toMatchObject({ code: "EBADF" });
});

test("all other streams stay as they are", () => {
  const terminal = Object.assign(new KeepingSink(true), { fd: opened("/dev/null", "w") });
  expect(wholeWrites(terminal)).toBe(terminal);
  const closed = Object.assign(new KeepingSink(), { fd: 9999 });
  expect(wholeWrites(closed)).toBe(closed);
  const none = new KeepingSink();
  expect(wholeWrites(none)).toBe(none);
});
