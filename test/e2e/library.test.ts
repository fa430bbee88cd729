/** The example of the README, run as it stands there, through the package's own exports. */
import { execFile } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { cleanEnvironment, EXAMPLE_CREDENTIALS } from "../support/run-iamgen.ts";
import { tempDir } from "../support/temp-dir.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const EXAMPLE = join(ROOT, "examples/library/policy-for.mjs");
const CLIENT = `
  import { S3Client, GetObjectCommand } from "@aws-sdk/client-s3";
  const s3 = new S3Client({ forcePathStyle: true });
  await s3.send(new GetObjectCommand({ Bucket: "photos", Key: "cat.jpg" }));`;

test("the README shows the example that is tested", () => {
  expect(readFileSync(join(ROOT, "README.md"), "utf8")).toContain(readFileSync(EXAMPLE, "utf8").trim());
});

test("a program that embeds iamgen gets the policy of another", async () => {
  const server = createServer((_, response) => response.end("a cat")).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const standIn = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const args = ["--input-type=module", "-e", CLIENT];
  const script = `import { policyFor } from ${JSON.stringify(pathToFileURL(EXAMPLE).href)};
    console.log(await policyFor(process.execPath, ${JSON.stringify(args)}, new URL(${JSON.stringify(standIn)})));`;

  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], {
    cwd: ROOT,
    env: { ...cleanEnvironment(), ...EXAMPLE_CREDENTIALS, HOME: tempDir() },
  });

  expect(stdout).toContain('resource "aws_iam_role_policy"');
  expect(stdout).toMatch(/actions = \[\s+"s3:GetObject",\s+\]/);
  expect(stdout).toContain("s3:::photos/cat.jpg");
});
