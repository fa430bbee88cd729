/** boto3 and the AWS CLI v1, as installed, wrapped with nothing set by hand, answered by moto. */
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CountingRelay, startCountingRelay } from "../support/counting-relay.ts";
import { type Moto, motoMissing, startMoto } from "../support/moto.ts";
import { callsOf, runIamgen } from "../support/run-iamgen.ts";
import { because } from "../support/skip-reason.ts";

const APP = resolve(import.meta.dirname, "clients/python/app.py");
const cliMissing = spawnSync("aws", ["--version"]).status === 0 ? undefined : "the AWS CLI is not installed";

describe.skipIf(motoMissing !== undefined)(`boto3 and AWS CLI, answered by moto${because(motoMissing)}`, () => {
  let moto: Moto;
  let relay: CountingRelay;
  beforeAll(async () => {
    moto = await startMoto();
    relay = await startCountingRelay(moto.port);
  });
  afterAll(() => {
    relay.close();
    moto.stop();
  });

  test("boto3: every call that reached the server is in the policy, with exact resources", async () => {
    const before = relay.requests.length;

    const run = await runIamgen({ options: ["--forward-to", relay.url], command: ["python3", APP] });

    expect({ exitCode: run.exitCode, stdout: run.stdout }).toEqual({
      exitCode: 0,
      stdout: "hello\n1\n1\n123456789012\n",
    });
    expect(callsOf(run.recording)).toEqual([
      "DynamoDB.CreateTable x1",
      "DynamoDB.GetItem x1",
      "DynamoDB.PutItem x1",
      "S3.CreateBucket x1",
      "S3.GetObject x1",
      "S3.ListObjectsV2 x1",
      "S3.PutObject x1",
      "STS.GetCallerIdentity x1",
    ]);
    expect(relay.requests.length - before).toBe(8);
    expect(run.policy).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "IamgenDynamodbReadWrite",
          Effect: "Allow",
          Action: ["dynamodb:CreateTable", "dynamodb:GetItem", "dynamodb:PutItem"],
          Resource: "arn:aws:dynamodb:us-east-1:111122223333:table/py-table",
        },
        {
          Sid: "IamgenS3ListReadWriteTagging",
          Effect: "Allow",
          Action: ["s3:CreateBucket", "s3:GetObject", "s3:ListBucket", "s3:PutObject", "s3:PutObjectTagging"],
          Resource: ["arn:aws:s3:::py-bucket", "arn:aws:s3:::py-bucket/a/b c.txt"],
        },
      ],
    });
  });

  test.skipIf(cliMissing !== undefined)(`AWS CLI v1${because(cliMissing)}`, async () => {
    const before = relay.requests.length;

    const run = await runIamgen({
      options: ["--forward-to", relay.url],
      command: [
        "sh",
        "-c",
        "aws s3 mb s3://cli-bucket && echo hi | aws s3 cp - s3://cli-bucket/k && aws s3 ls s3://cli-bucket",
      ],
    });

    expect(run.exitCode).toBe(0);
    expect(callsOf(run.recording)).toEqual(["S3.CreateBucket x1", "S3.ListObjectsV2 x1", "S3.PutObject x1"]);
    expect(relay.requests.length - before).toBe(3);
    expect(run.policy).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "IamgenS3ListWrite",
          Effect: "Allow",
          Action: ["s3:CreateBucket", "s3:ListBucket", "s3:PutObject"],
          Resource: ["arn:aws:s3:::cli-bucket", "arn:aws:s3:::cli-bucket/k"],
        },
      ],
    });
  });
});
