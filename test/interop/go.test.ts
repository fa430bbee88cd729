/** A program with the AWS SDK for Go v2, built here, answered by moto. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CountingRelay, startCountingRelay } from "../support/counting-relay.ts";
import { type Moto, motoMissing, startMoto } from "../support/moto.ts";
import { callsOf, runIamgen } from "../support/run-iamgen.ts";
import { because } from "../support/skip-reason.ts";

const goMissing = spawnSync("go", ["version"]).status === 0 ? undefined : "Go is not installed";
const missing = motoMissing ?? goMissing;

describe.skipIf(missing !== undefined)(`AWS SDK for Go v2${because(missing)}`, () => {
  const scratch = mkdtempSync(join(tmpdir(), "iamgen-go-"));
  const program = join(scratch, "program");
  let moto: Moto;
  let relay: CountingRelay;
  beforeAll(async () => {
    const build = spawnSync("go", ["build", "-o", program, "."], {
      cwd: resolve(import.meta.dirname, "clients/go"),
      encoding: "utf8",
    });
    expect(build.stderr).not.toMatch(/error|cannot/);
    moto = await startMoto();
    relay = await startCountingRelay(moto.port);
  }, 300_000);
  afterAll(() => {
    relay.close();
    moto.stop();
    rmSync(scratch, { recursive: true, force: true });
  });

  test("every call is captured, with exact resources", async () => {
    const run = await runIamgen({ options: ["--forward-to", relay.url], command: [program] });

    expect({ exitCode: run.exitCode, stdout: run.stdout }).toEqual({ exitCode: 0, stdout: "done\n" });
    expect(callsOf(run.recording)).toEqual([
      "S3.CreateBucket x1",
      "S3.PutObject x1",
      "SQS.CreateQueue x1",
      "SQS.SendMessage x1",
    ]);
    expect(relay.requests).toHaveLength(4);
    expect(run.policy).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "IamgenS3Write",
          Effect: "Allow",
          Action: ["s3:CreateBucket", "s3:PutObject"],
          Resource: ["arn:aws:s3:::go-bucket", "arn:aws:s3:::go-bucket/a/b c.txt"],
        },
        // moto's answer names its own account in the queue URL; the caller's account stands in the policy.
        {
          Sid: "IamgenSqsWrite",
          Effect: "Allow",
          Action: ["sqs:CreateQueue", "sqs:SendMessage"],
          Resource: "arn:aws:sqs:us-east-1:111122223333:go-queue",
        },
      ],
    });
  });
});
