/** The setup file for vitest in a real vitest, wrapped: calls are attributed to the tests that made them. */
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { project } from "../support/project.ts";
import { EXAMPLE_CREDENTIALS, parseLines } from "../support/run-iamgen.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const SUITE = `
  import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
  import { describe, test } from "vitest";
  const put = (Key) => new S3Client({ forcePathStyle: true }).send(new PutObjectCommand({ Bucket: "b", Key, Body: "x" }));
  describe("uploads", () => {
    test("keep the name", async () => { await put("one"); });
    test("may be empty", async () => { await put("two"); });
    test.concurrent("at once", async () => { await put("three"); });
    test.concurrent("with another", async () => { await put("four"); });
  });`;

test("each call is of its test, and explain finds it by the test's name", async () => {
  const server = createServer((request, response) => request.resume().on("end", () => response.end())).listen(
    0,
    "127.0.0.1",
  );
  await new Promise<void>((done) => server.once("listening", done));
  onTestFinished(() => void server.close());
  const standIn = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const place = project({ ...EXAMPLE_CREDENTIALS });
  symlinkSync(join(ROOT, "node_modules"), join(place.directory, "node_modules"));
  writeFileSync(join(place.directory, "uploads.test.mjs"), SUITE);
  const setup = JSON.stringify(join(ROOT, "dist/library/vitest.js"));
  writeFileSync(join(place.directory, "vitest.config.mjs"), `export default { test: { setupFiles: [${setup}] } };`);

  const vitest = [process.execPath, join(ROOT, "node_modules/vitest/vitest.mjs"), "run"];
  const options = ["--callers", "--recording", "r.ndjson", "-o", "p.json", "--forward-to", standIn];
  const { exitCode, stderr } = await place.iamgen("run", ...options, "--", ...vitest);
  expect({ exitCode, stderr: exitCode === 0 ? "" : stderr }).toEqual({ exitCode: 0, stderr: "" });

  const lines = parseLines(readFileSync(join(place.directory, "r.ndjson"), "utf8"));
  const keys = new Map(
    lines.filter(({ type }) => type === "call").map((call) => [call["n"], Object(call["input"]).Key]),
  );
  const told = lines.filter(({ type }) => type === "caller").map(({ call, at, test }) => [keys.get(call), at, test]);
  expect(told.sort()).toEqual([
    ["four", expect.stringMatching(/^uploads\.test\.mjs:\d+$/), undefined],
    ["one", expect.stringContaining("uploads.test.mjs"), "uploads > keep the name"],
    ["three", expect.stringMatching(/^uploads\.test\.mjs:\d+$/), undefined],
    ["two", expect.stringContaining("uploads.test.mjs"), "uploads > may be empty"],
  ]);
  const explained = await place.iamgen("explain", "r.ndjson", "uploads > may be empty");
  expect(explained.stdout).toContain('in the test "uploads > may be empty"');
  expect(explained.stdout).toContain("arn:aws:s3:::b/two");
  expect(explained.stdout).not.toContain("arn:aws:s3:::b/one");
});
