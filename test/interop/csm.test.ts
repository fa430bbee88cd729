/** Client-side monitoring and configured endpoints with the SDKs of other languages, answered by moto. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Moto, motoMissing, startMoto } from "../support/moto.ts";
import { callsOf, runIamgen } from "../support/run-iamgen.ts";
import { because } from "../support/skip-reason.ts";

const CLIENTS = resolve(import.meta.dirname, "clients");
const IN_CODE = join(CLIENTS, "python/in_code.py");
const APP = join(CLIENTS, "python/app.py");
const goMissing = spawnSync("go", ["version"]).status === 0 ? undefined : "Go is not installed";
const cliMissing = spawnSync("aws", ["--version"]).status === 0 ? undefined : "the AWS CLI is not installed";

const sources = (recording: Awaited<ReturnType<typeof runIamgen>>["recording"]): unknown[] => [
  ...new Set(recording.filter(({ type }) => type === "call").map(({ source }) => source)),
];

describe.skipIf(motoMissing !== undefined)(`boto3 and AWS CLI${because(motoMissing)}`, () => {
  let moto: Moto;
  let url: string;
  beforeAll(async () => {
    moto = await startMoto();
    url = `http://127.0.0.1:${moto.port}`;
  });
  afterAll(() => moto.stop());

  test("boto3 with endpoints in its code is seen by --csm alone, with a finding for each operation", async () => {
    const run = await runIamgen({ options: ["--csm"], command: ["python3", IN_CODE], env: { ENDPOINT: url } });

    expect(run.stdout).toBe("AWS.SimpleQueueService.NonExistentQueue\n");
    expect(callsOf(run.recording)).toEqual(["S3.CreateBucket x1", "S3.PutObject x1", "SQS.GetQueueUrl x1"]);
    expect(sources(run.recording)).toEqual(["csm"]);
    expect(run.recording.filter(({ type }) => type === "call")).toMatchObject([
      { identity: expect.stringMatching(/^[0-9a-f]{12}$/), account: "111122223333", region: "us-east-1" },
      { outcome: { kind: "succeeded", httpStatus: 200 } },
      { outcome: { kind: "failed", httpStatus: 400 } },
    ]);
  });

  test("boto3 with endpoints in its code is read where --intercept names the server", async () => {
    const intercept = ["--intercept", `127.0.0.1:${moto.port}`];
    const run = await runIamgen({ options: intercept, command: ["python3", IN_CODE], env: { ENDPOINT: url } });

    expect(callsOf(run.recording)).toEqual(["S3.CreateBucket x1", "S3.PutObject x1", "SQS.GetQueueUrl x1"]);
    expect(sources(run.recording)).toEqual(["proxy"]);
  });

  test("boto3 that the proxy sees as well is counted once, with exact resources", async () => {
    const run = await runIamgen({ options: ["--csm", "--forward-to", url], command: ["python3", APP] });

    expect(sources(run.recording)).toEqual(["proxy"]);
    expect(callsOf(run.recording)).toHaveLength(8);
    expect(callsOf(run.recording).every((call) => call.endsWith(" x1"))).toBe(true);
  });

  test("boto3 is led to us by AWS_ENDPOINT_URL, with exact resources", async () => {
    const run = await runIamgen({
      command: ["python3", "-c", "import boto3; boto3.client('s3').create_bucket(Bucket='configured-bucket')"],
      env: { AWS_ENDPOINT_URL: url },
    });

    expect(sources(run.recording)).toEqual(["proxy"]);
    expect(run.policy).toMatchObject({
      Statement: [{ Action: "s3:CreateBucket", Resource: "arn:aws:s3:::configured-bucket" }],
    });
  });

  test.skipIf(cliMissing !== undefined)(`the AWS CLI v1 by both${because(cliMissing)}`, async () => {
    const told = await runIamgen({
      options: ["--csm"],
      command: ["aws", "--endpoint-url", url, "dynamodb", "list-tables"],
    });
    const configured = await runIamgen({
      command: ["aws", "dynamodb", "list-tables"],
      env: { AWS_ENDPOINT_URL_DYNAMODB: url },
    });

    for (const [run, source] of [
      [told, "csm"],
      [configured, "proxy"],
    ] as const) {
      expect(run.exitCode).toBe(0);
      expect(callsOf(run.recording)).toEqual(["DynamoDB.ListTables x1"]);
      expect(sources(run.recording)).toEqual([source]);
    }
  });
});

const missing = motoMissing ?? goMissing;

describe.skipIf(missing !== undefined)(`AWS SDK for Go v1${because(missing)}`, () => {
  const scratch = mkdtempSync(join(tmpdir(), "iamgen-go-v1-"));
  const program = join(scratch, "program");
  let moto: Moto;
  beforeAll(async () => {
    const cwd = join(CLIENTS, "go-v1");
    const build = spawnSync("go", ["build", "-o", program, "."], { cwd, encoding: "utf8" });
    expect(build.stderr).not.toMatch(/error|cannot/);
    moto = await startMoto();
  }, 300_000);
  afterAll(() => {
    moto.stop();
    rmSync(scratch, { recursive: true, force: true });
  });

  test("calls that no proxy variable reaches are seen by --csm", async () => {
    const run = await runIamgen({
      options: ["--csm"],
      command: [program],
      env: { ENDPOINT: `http://127.0.0.1:${moto.port}` },
    });

    // The SDK's own line, which nothing but the absence of monitoring would prevent.
    expect(run.stdout).toMatch(/^\S+ \S+ Enabling CSM\ntrue\n$/);
    expect(callsOf(run.recording)).toEqual(["S3.CreateBucket x1", "S3.PutObject x1", "SQS.GetQueueUrl x1"]);
    expect(sources(run.recording)).toEqual(["csm"]);
  });
});
