/** The generator as it is started: the compiled program, with the reference from npm and a botocore of one API. */
import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { botocoreApi } from "../../support/botocore-model.ts";
import { tempDir } from "../../support/temp-dir.ts";

const ROOT = join(import.meta.dirname, "../../..");
const SOURCES = join(ROOT, "src/data/generated/sources.json");

async function generate(...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(ROOT, "dist/data/generate/main.js"), ...args], {
    maxBuffer: 1 << 26,
  });
  return stdout;
}

function smallBotocore(): string {
  const folder = tempDir();
  const data = join(folder, "botocore/data");
  mkdirSync(join(folder, "botocore-9.9.9.dist-info"));
  mkdirSync(join(data, "widgets/2026-01-01"), { recursive: true });
  writeFileSync(join(data, "endpoints.json"), "{}");
  const { model } = botocoreApi({ operations: { GetWidget: {} } });
  writeFileSync(join(data, "widgets/2026-01-01/service-2.json"), JSON.stringify(model));
  return folder;
}

test("--check prints the drift against the committed data and writes nothing", async () => {
  const before = readFileSync(SOURCES, "utf8");

  const lines = (await generate("--check", "--botocore", smallBotocore())).split("\n");

  expect(lines[0]).toMatch(/^botocore 9\.9\.9, iam-data \d/);
  expect(lines[1]).toMatch(/^1 APIs, 1 operations, \d+ IAM prefixes, \d+ bytes$/);
  expect(lines[2]).toMatch(/^aws-service-spec \d+\.\d+\.\d+, \d{3} types of CloudFormation$/);
  expect(lines.slice(3, 6)).toEqual(["drift:", "  clients added: 1", "    widgets"]);
  expect(lines.filter((line) => line === "    s3:PutObject")).toHaveLength(1);
  expect(readFileSync(SOURCES, "utf8")).toBe(before);
}, 30_000);

test("the committed reference is what the pinned packages give", async () => {
  const lines = (await generate("--check", "--botocore", smallBotocore())).split("\n");

  expect(lines.filter((line) => /^ {2}(?:actions|same-named)/.test(line))).toEqual([]);
}, 30_000);

test("--help says how to use it", async () => {
  expect(await generate("--help")).toMatch(/^usage: npm run data -- \[--check\]\n/);
});
