import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readHookCallers } from "../../src/run/hook-callers.ts";
import { tempDir } from "../support/temp-dir.ts";

const DIGEST = "0123456789abcdef01234567";

function read(text: string) {
  const path = join(tempDir(), "callers");
  writeFileSync(path, text);
  return [...readHookCallers(path)];
}

test("reads each line, in order", () => {
  expect(read(`${DIGEST} src/a b.ts:42\n${DIGEST} c.ts:1\n`)).toEqual([
    { request: DIGEST, at: "src/a b.ts:42" },
    { request: DIGEST, at: "c.ts:1" },
  ]);
});

test("reads the test that was running, where one is told", () => {
  expect(read(`${DIGEST} a.ts:1\tuploads > keep the name\n`)).toEqual([
    { request: DIGEST, at: "a.ts:1", test: "uploads > keep the name" },
  ]);
});

test.each([
  ["a test without a name", `${DIGEST} a.ts:1\t`],
  ["a test with control characters", `${DIGEST} a.ts:1\ta\u001b[31m`],
  ["an absolute path", `${DIGEST} /etc/passwd:1`],
  ["a path that leads out", `${DIGEST} src/../../x.ts:1`],
  ["a long path", `${DIGEST} ${"a".repeat(500)}:1`],
  ["another digest", `${DIGEST}0 a.ts:1`],
  ["control characters", `${DIGEST} a\u001b[31m.ts:1`],
  ["no line", `${DIGEST} a.ts`],
  ["a cut line", `${DIGEST.slice(4)}`],
])("%s is not taken", (_, line) => {
  expect(read(`${line}\n`)).toEqual([]);
});

test("a large file is read piece by piece, characters whole", () => {
  const lines = Array.from({ length: 5000 }, (_, line) => `${DIGEST} src/grüße-${"ü".repeat(line % 7)}.ts:${line + 1}`);
  const found = read(`${lines.join("\n")}\n`);
  expect(found.map(({ request, at }) => `${request} ${at}`)).toEqual(lines);
});

test("a line without end costs no memory", () => {
  expect(read(`${"x".repeat(1 << 20)}\n${DIGEST} a.ts:1\n`)).toEqual([{ request: DIGEST, at: "a.ts:1" }]);
});

test("no file, no lines", () => {
  expect([...readHookCallers("/nowhere/callers")]).toEqual([]);
});
