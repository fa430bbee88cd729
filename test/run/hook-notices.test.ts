import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readHookNotices } from "../../src/run/hook-notices.ts";
import { tempDir } from "../support/temp-dir.ts";

test("reads each notice once and leaves what is none", () => {
  const path = join(tempDir(), "notices.ndjson");
  const lines = [
    '{"code":"mocking-module","detail":"nock"}',
    '{"code":"custom-lookup","authority":"a:443"}',
    '{"code":"mocking-module","detail":"nock"}',
    '{"detail":"no code"}',
    '{"code":7}',
    "null",
    '{"code":"cut',
  ];
  writeFileSync(path, lines.join("\n"));

  expect(readHookNotices(path)).toEqual([
    { code: "mocking-module", detail: "nock" },
    { code: "custom-lookup", authority: "a:443" },
  ]);
});

test("keeps texts short, whoever wrote them", () => {
  const path = join(tempDir(), "notices.ndjson");
  writeFileSync(path, JSON.stringify({ code: "x", detail: "y".repeat(1000), secret: "z" }));
  expect(readHookNotices(path)).toEqual([{ code: "x", detail: "y".repeat(200) }]);
});

test("no file, no notices", () => {
  expect(readHookNotices("/nowhere/notices.ndjson")).toEqual([]);
});
