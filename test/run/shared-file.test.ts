import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { shareFile } from "../../src/run/shared-file.ts";

let scratch = "";
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), "iamgen-shared-"));
});
afterEach(() => rmSync(scratch, { recursive: true }));

test("makes files of equal content one file on the disk", () => {
  const [a, b] = [join(scratch, "a"), join(scratch, "b")];
  for (const path of [a, b]) {
    writeFileSync(path, "with the CA");
    shareFile(path, "without", join(scratch, "shared"));
  }
  expect([readFileSync(a, "utf8"), readFileSync(b, "utf8")]).toEqual(["without", "without"]);
  shareFile(a, "without", join(scratch, "shared"));
  expect(readdirSync(scratch).sort()).toEqual(["a", "b", "shared"]);
  expect(readdirSync(join(scratch, "shared"))).toHaveLength(1);
  expect(statSync(a).ino).toBe(statSync(b).ino);
});

test("leaves the file as it is where it cannot be shared", () => {
  writeFileSync(join(scratch, "a"), "with the CA");
  writeFileSync(join(scratch, "shared"), "a file in the way");
  shareFile(join(scratch, "a"), "without", join(scratch, "shared"));
  expect(readFileSync(join(scratch, "a"), "utf8")).toBe("with the CA");
});
