/** The ten ways in which Node programs reach AWS, at their default endpoints, wherever Node runs them: nothing is set for iamgen. */
import { symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { type AwsStandIn, startAwsStandIn } from "../support/aws-stand-in.ts";
import { callsOf, runIamgen } from "../support/run-iamgen.ts";
import { tempDir } from "../support/temp-dir.ts";

const PATIENCE = 30_000;
const ROOT = resolve(import.meta.dirname, "../..");
const TEN_KINDS = join(ROOT, "test/fixtures/clients/ten-kinds.mjs");
const TEN_KINDS_CJS = join(ROOT, "test/fixtures/clients/ten-kinds.cjs");

const KINDS = [
  "v3 S3",
  "v3 DynamoDB",
  "v3 with its own agent",
  "v3 with its own roots",
  "v3 Kinesis over HTTP/2",
  "v2",
  "fetch",
  "undici",
  "axios",
  "raw https",
];

const ARRIVED_ONCE = [
  "1.1 GET ten-kinds.s3.us-east-1.amazonaws.com /axios",
  "1.1 GET ten-kinds.s3.us-east-1.amazonaws.com /fetch",
  "1.1 GET ten-kinds.s3.us-east-1.amazonaws.com /https",
  "1.1 GET ten-kinds.s3.us-east-1.amazonaws.com /undici",
  "1.1 POST dynamodb.us-east-1.amazonaws.com /",
  "1.1 PUT ten-kinds.s3.amazonaws.com /v2",
  "1.1 PUT ten-kinds.s3.us-east-1.amazonaws.com /agent",
  "1.1 PUT ten-kinds.s3.us-east-1.amazonaws.com /roots",
  "1.1 PUT ten-kinds.s3.us-east-1.amazonaws.com /v3",
  "2.0 POST kinesis.us-east-1.amazonaws.com /",
];

const CAPTURED_ONCE = [
  "DynamoDB.GetItem x1",
  "Kinesis.PutRecord x1",
  ...Array.from({ length: 4 }, () => "S3.GetObject x1"),
  ...Array.from({ length: 4 }, () => "S3.PutObject x1"),
];

const objects = (...keys: string[]): string[] => keys.map((key) => `arn:aws:s3:::ten-kinds/${key}`);

const EXACT_POLICY = {
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "IamgenDynamodbRead",
      Effect: "Allow",
      Action: "dynamodb:GetItem",
      Resource: "arn:aws:dynamodb:us-east-1:111122223333:table/ten",
    },
    {
      Sid: "IamgenKinesisWrite",
      Effect: "Allow",
      Action: "kinesis:PutRecord",
      Resource: "arn:aws:kinesis:us-east-1:111122223333:stream/ten",
    },
    {
      Sid: "IamgenS3Read",
      Effect: "Allow",
      Action: "s3:GetObject",
      Resource: objects("axios", "fetch", "https", "undici"),
    },
    { Sid: "IamgenS3Write", Effect: "Allow", Action: "s3:PutObject", Resource: objects("agent", "roots", "v2", "v3") },
  ],
};

const runTenKinds = (standIn: AwsStandIn, command: readonly string[], cwd?: string) =>
  runIamgen({
    options: standIn.forwarding,
    command,
    env: { OWN_ROOTS: standIn.caPem, TEN_KINDS },
    ...(cwd === undefined ? {} : { cwd }),
  });

const arrivedAt = ({ requests }: AwsStandIn): string[] =>
  requests.map((seen) => `${seen.httpVersion} ${seen.method} ${seen.host} ${seen.target.split("?")[0]}`).sort();

const inWorker =
  'new (require("node:worker_threads").Worker)(process.argv[1]).on("exit", (code) => process.exit(code))';
const inFork = 'require("node:child_process").fork(process.argv[1]).on("exit", (code) => process.exit(code))';

test.each([
  ["an ES module", ["node", TEN_KINDS]],
  ["a CommonJS program", ["node", TEN_KINDS_CJS]],
  ["a worker thread", ["node", "-e", inWorker, TEN_KINDS]],
  ["a fork", ["node", "-e", inFork, TEN_KINDS]],
  ["a program that a shell starts with NODE_OPTIONS of its own", ["sh", "-c", `NODE_OPTIONS= node ${TEN_KINDS_CJS}`]],
])(
  "captures all ten kinds once in %s",
  async (_where, command) => {
    const standIn = await startAwsStandIn();

    const run = await runTenKinds(standIn, command);

    expect(run).toMatchObject({ exitCode: 0, stdout: KINDS.map((kind) => `${kind}: ok\n`).join("") });
    expect(arrivedAt(standIn)).toEqual(ARRIVED_ONCE);
    expect(callsOf(run.recording)).toEqual(CAPTURED_ONCE);
    expect(run.policy).toEqual(EXACT_POLICY);
  },
  PATIENCE,
);

const TEST_OF_USER = `
import { expect, test, vi } from "vitest";
test("ten kinds", async () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  await import(process.env.TEN_KINDS);
  expect(log.mock.calls.flat()).toEqual(${JSON.stringify(KINDS.map((kind) => `${kind}: ok`))});
}, ${PATIENCE});
`;

test.each(["forks", "threads"])(
  "captures all ten kinds once under vitest in its pool of %s",
  async (pool) => {
    const standIn = await startAwsStandIn();
    const project = tempDir();
    writeFileSync(join(project, "user.test.mjs"), TEST_OF_USER);
    symlinkSync(join(ROOT, "node_modules"), join(project, "node_modules"));
    const vitest = join(ROOT, "node_modules/vitest/vitest.mjs");

    const run = await runTenKinds(standIn, ["node", vitest, "run", "--pool", pool, "--root", project], project);

    expect({ exitCode: run.exitCode, failures: run.stdout.match(/(?:AssertionError|FAIL).*/g) }).toEqual({
      exitCode: 0,
      failures: null,
    });
    expect(arrivedAt(standIn)).toEqual(ARRIVED_ONCE);
    expect(callsOf(run.recording)).toEqual(CAPTURED_ONCE);
    expect(run.policy).toEqual(EXACT_POLICY);
  },
  PATIENCE,
);

const WITHOUT_CONNECT = `
  import { request } from "node:http";
  const path = "https://dynamodb.us-east-1.amazonaws.com/";
  const scope = "AKIARTX3GSDSQKS4H4NX/20260115/us-east-1/dynamodb/aws4_request";
  const headers = {
    host: "dynamodb.us-east-1.amazonaws.com",
    authorization: "AWS4-HMAC-SHA256 Credential=" + scope + ", SignedHeaders=host, Signature=0",
    "x-amz-target": "DynamoDB_20120810.DescribeTable",
  };
  const { hostname, port } = new URL(process.env.HTTPS_PROXY);
  const sent = request({ hostname, port, path, method: "POST", headers }, ({ statusCode }) => console.log(statusCode));
  sent.end('{"TableName":"t"}');
`;

test(
  "captures a client that asks its proxy for https without CONNECT, as older axios does",
  async () => {
    const standIn = await startAwsStandIn();

    const run = await runTenKinds(standIn, ["node", "--input-type=module", "-e", WITHOUT_CONNECT]);

    expect(run).toMatchObject({ exitCode: 0, stdout: "200\n" });
    expect(arrivedAt(standIn)).toEqual(["1.1 POST dynamodb.us-east-1.amazonaws.com /"]);
    expect(callsOf(run.recording)).toEqual(["DynamoDB.DescribeTable x1"]);
  },
  PATIENCE,
);
