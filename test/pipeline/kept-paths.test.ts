import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { openKeptPaths, writeKeptPaths } from "../../src/pipeline/kept-paths.ts";
import { serviceRules } from "../../src/services/index.ts";
import { pathsRead } from "../../src/services/paths-read.ts";
import { RECORDS } from "../../src/services/records.ts";

const folder = mkdtempSync(join(tmpdir(), "iamgen-kept-paths-"));
afterAll(() => rmSync(folder, { recursive: true }));
const fileAt = (name: string): URL => pathToFileURL(join(folder, name));

const lambda = serviceRules("Lambda");
const read = lambda === undefined ? [] : pathsRead(lambda, "CreateFunction");

test("is read from the file that the build has written", async () => {
  await writeKeptPaths(fileAt("table.json"));
  const kept = await openKeptPaths(fileAt("table.json"));
  expect(read).toContain("Code.S3Bucket");
  expect(kept.pathsRead("Lambda", "CreateFunction")).toEqual(read);
});

test("is believed where it tells of every API: what it does not name is not kept", async () => {
  const empty = Object.fromEntries(Object.keys(RECORDS).map((sdkId) => [sdkId, { "*": { paths: [] } }]));
  const own = { Lambda: { "*": { paths: ["A"] }, Invoke: { paths: ["B"] } } };
  writeFileSync(fileAt("short.json"), JSON.stringify({ ...empty, ...own }));
  const kept = await openKeptPaths(fileAt("short.json"));
  expect(kept.pathsRead("Lambda", "CreateFunction")).toEqual(["A"]);
  expect(kept.pathsRead("Lambda", "Invoke")).toEqual(["B"]);
});

test.each(["missing.json", "damaged.json", "older.json", "foreign.json"])(
  "is made from the records where the file cannot be read or is of other records: %s",
  async (name) => {
    writeFileSync(fileAt("damaged.json"), '{"Lambda":');
    writeFileSync(fileAt("older.json"), '{"Lambda":{"*":{"paths":[]}}}');
    writeFileSync(fileAt("foreign.json"), "null");
    const kept = await openKeptPaths(fileAt(name));
    expect(kept.pathsRead("Lambda", "CreateFunction")).toEqual(read);
  },
);
