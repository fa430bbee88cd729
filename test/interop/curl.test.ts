/** curl with --aws-sigv4, answered by moto. */
import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CountingRelay, startCountingRelay } from "../support/counting-relay.ts";
import { type Moto, motoMissing, startMoto } from "../support/moto.ts";
import { callsOf, EXAMPLE_CREDENTIALS, runIamgen } from "../support/run-iamgen.ts";
import { because } from "../support/skip-reason.ts";

const curlMissing = spawnSync("curl", ["--version"]).status === 0 ? undefined : "curl is not installed";
const missing = motoMissing ?? curlMissing;
const USER = `${EXAMPLE_CREDENTIALS.AWS_ACCESS_KEY_ID}:${EXAMPLE_CREDENTIALS.AWS_SECRET_ACCESS_KEY}`;

describe.skipIf(missing !== undefined)(`curl --aws-sigv4${because(missing)}`, () => {
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

  test("a signed query request is captured and its answer comes back", async () => {
    const command = ["curl", "-sS", "--fail", "--aws-sigv4", "aws:amz:us-east-1:sqs", "--user", USER];
    const form = ["-d", "Action=CreateQueue&Version=2012-11-05&QueueName=curl-queue"];

    const run = await runIamgen({
      options: ["--forward-to", relay.url],
      command: [...command, ...form, "https://sqs.us-east-1.amazonaws.com/"],
    });

    expect(run.exitCode).toBe(0);
    expect(run.stdout).toMatch(/<QueueUrl>[^<]*curl-queue<\/QueueUrl>/);
    expect(callsOf(run.recording)).toEqual(["SQS.CreateQueue x1"]);
    expect(relay.requests).toHaveLength(1);
    expect(run.policy).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "IamgenSqsWrite",
          Effect: "Allow",
          Action: "sqs:CreateQueue",
          Resource: "arn:aws:sqs:us-east-1:111122223333:curl-queue",
        },
      ],
    });
  });
});
