import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Output } from "../../src/cli/output.ts";
import { type Delivery, deliverPolicy } from "../../src/cli/policy-delivery.ts";
import { KeepingSink } from "../support/sink.ts";
import { tempDir } from "../support/temp-dir.ts";

const TEXT = '{"Version":"2012-10-17"}\n';
const files = [{ suffix: "", extension: "json", text: TEXT }];

async function delivered(delivery: Partial<Delivery>, terminal = false) {
  const stdout = new KeepingSink(terminal);
  const stderr = new KeepingSink();
  const output = new Output({ stdout, stderr, environment: {} });
  const where = await deliverPolicy({ files, output: undefined, recordingPath: undefined, ...delivery }, { output });
  return { where, stdout: stdout.text, stderr: stderr.text };
}

test("goes to the file asked for, even on a terminal", async () => {
  const path = join(tempDir(), "p.json");
  expect(await delivered({ output: path }, true)).toEqual({ where: path, stdout: "", stderr: "" });
  expect(readFileSync(path, "utf8")).toBe(TEXT);
});

test("goes to a terminal where no file is asked for", async () => {
  expect(await delivered({}, true)).toEqual({ where: undefined, stdout: TEXT, stderr: "" });
});

test("goes to stdout where that is asked for", async () => {
  expect(await delivered({ output: "-" })).toEqual({ where: undefined, stdout: TEXT, stderr: "" });
});

test("goes beside the recording where stdout is the command's", async () => {
  const directory = tempDir();
  const path = join(directory, "r.policy.json");
  expect(await delivered({ recordingPath: join(directory, "r.ndjson") })).toEqual({
    where: path,
    stdout: "",
    stderr: "",
  });
  expect(readFileSync(path, "utf8")).toBe(TEXT);
});

test("is printed to stderr where no file can be written, after the reason", async () => {
  expect(await delivered({ output: "/nowhere/p.json" })).toEqual({
    where: undefined,
    stdout: "",
    stderr: `iamgen: cannot write policy to \`/nowhere/p.json\`: no such file or directory\n${TEXT}`,
  });
});

test("is printed to stderr where even the recording has no file", async () => {
  expect(await delivered({})).toEqual({ where: undefined, stdout: "", stderr: TEXT });
});

test("is nothing where there is no policy", async () => {
  expect(await delivered({ files: [], output: "/nowhere/p.json" })).toEqual({
    where: undefined,
    stdout: "",
    stderr: "",
  });
});
