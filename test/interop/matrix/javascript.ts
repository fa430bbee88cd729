/** Runtimes other than Node for the AWS SDK for JavaScript v3; Node's own clients are in `test/e2e/node-clients.test.ts`. */
import { join } from "node:path";
import { CLIENTS, type ClientCase, unless, versionOf } from "./client-case.ts";

const PROGRAM = join(CLIENTS, "s3-put.mjs");

function runtime(name: string, notes: string, ...args: readonly string[]): ClientCase {
  const version = versionOf(name, "--version");
  const bucket = `${name}-bucket`;
  return {
    client: `${name[0]?.toUpperCase()}${name.slice(1)}, AWS SDK for JavaScript v3`,
    notes,
    missing: unless(version !== "", `no ${name} on PATH`),
    version: () => version,
    command: () => [name, ...args, PROGRAM, bucket],
    stdout: "done\n",
    calls: ["S3.CreateBucket x1", "S3.PutObject x1"],
    allows: [
      {
        Action: ["s3:CreateBucket", "s3:PutObject"],
        Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/a/b c.txt`],
      },
    ],
  };
}

export const JAVASCRIPT: readonly ClientCase[] = [
  runtime("bun", "the hook, by BUN_OPTIONS", "run"),
  runtime("deno", "the hook, by NODE_OPTIONS", "run", "--allow-all"),
];
