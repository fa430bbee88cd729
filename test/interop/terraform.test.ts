/** `terraform plan`, `apply` and `destroy` with the AWS provider from a filesystem mirror on the machine, answered by moto. */
import { cpSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type CountingRelay, startCountingRelay } from "../support/counting-relay.ts";
import { askMoto, type Moto, motoMissing, startMoto } from "../support/moto.ts";
import { recordedPolicies } from "../support/recorded-policies.ts";
import { callCount, callsOf, runIamgen } from "../support/run-iamgen.ts";
import { because } from "../support/skip-reason.ts";
import { terraformMissing, terraformPlace } from "../support/terraform.ts";
import { makeBucket } from "./matrix/client-case.ts";

const missing = motoMissing ?? terraformMissing;

/** What the provider reads of a bucket that it manages, and of no other. */
const OF_BUCKET = [
  "s3:GetAccelerateConfiguration",
  "s3:GetBucketAcl",
  "s3:GetBucketCORS",
  "s3:GetBucketLogging",
  "s3:GetBucketObjectLockConfiguration",
  "s3:GetBucketPolicy",
  "s3:GetBucketRequestPayment",
  "s3:GetBucketTagging",
  "s3:GetBucketVersioning",
  "s3:GetEncryptionConfiguration",
  "s3:GetLifecycleConfiguration",
  "s3:GetReplicationConfiguration",
];
const OF_EVERY_BUCKET = {
  Action: ["s3:GetBucketWebsite", "s3:ListBucket"],
  Resource: ["arn:aws:s3:::existing-bucket", "arn:aws:s3:::tf-artifacts"],
};
const ROLE = "arn:aws:iam::111122223333:role/team/tf-worker";
const TOPIC = "arn:aws:sns:us-east-1:111122223333:tf-alarms";

const LOCKS = {
  TableName: "tf-locks",
  BillingMode: "PAY_PER_REQUEST",
  KeySchema: [{ AttributeName: "LockID", KeyType: "HASH" }],
  AttributeDefinitions: [{ AttributeName: "LockID", AttributeType: "S" }],
};

describe.skipIf(missing !== undefined)(`terraform${because(missing)}`, { timeout: 120_000 }, () => {
  const { directory: scratch, env, terraform } = terraformPlace();
  let moto: Moto;
  let relay: CountingRelay;
  beforeAll(async () => {
    cpSync(resolve(import.meta.dirname, "clients/terraform/main.tf"), join(scratch, "main.tf"));
    expect(terraform("init", "-input=false", "-no-color")).toMatchObject({ status: 0 });
    moto = await startMoto({ MOTO_ACCOUNT_ID: "111122223333" });
    await fetch(`http://127.0.0.1:${moto.port}/existing-bucket`, { method: "PUT" });
    relay = await startCountingRelay(moto.port);
  }, 120_000);
  afterAll(() => {
    relay.close();
    moto.stop();
    rmSync(scratch, { recursive: true, force: true });
  });

  /** Runs it; whatever arrived at moto was captured. */
  const wrapped = async (...args: string[]) => {
    const before = relay.requests.length;
    const command = ["terraform", ...args, "-input=false", "-no-color"];
    const run = await runIamgen({ options: ["--forward-to", relay.url], command, cwd: scratch, env });
    expect({ exitCode: run.exitCode, captured: callCount(run.recording) }).toEqual({
      exitCode: 0,
      captured: relay.requests.length - before,
    });
    return run;
  };

  test("plan", async () => {
    const { stdout, recording, policy } = await wrapped("plan");

    expect(stdout).toMatch(/^Plan: 3 to add, 0 to change, 0 to destroy\.$/m);
    expect(callsOf(recording)).toEqual(["S3.GetBucketWebsite x1", "S3.HeadBucket x2", "STS.GetCallerIdentity x2"]);
    expect(policy).toMatchObject({ Statement: [{ ...OF_EVERY_BUCKET, Resource: "arn:aws:s3:::existing-bucket" }] });
  });

  test("apply", async () => {
    const { stdout, policy } = await wrapped("apply", "-auto-approve");

    expect(stdout).toMatch(/^Apply complete! Resources: 3 added, 0 changed, 0 destroyed\.$/m);
    expect(policy).toMatchObject({
      Statement: [
        {
          Action: ["iam:CreateRole", "iam:GetRole", "iam:ListAttachedRolePolicies", "iam:ListRolePolicies"],
          Resource: ROLE,
        },
        { Action: ["s3:CreateBucket", ...OF_BUCKET], Resource: "arn:aws:s3:::tf-artifacts" },
        OF_EVERY_BUCKET,
        {
          Action: ["sns:CreateTopic", "sns:GetTopicAttributes", "sns:ListTagsForResource", "sns:SetTopicAttributes"],
          Resource: TOPIC,
        },
      ],
    });
  });

  test("destroy", async () => {
    const { stdout, policy } = await wrapped("destroy", "-auto-approve");

    expect(stdout).toMatch(/^Destroy complete! Resources: 3 destroyed\.$/m);
    expect(policy).toMatchObject({
      Statement: [
        {
          Action: [
            "iam:DeleteRole",
            "iam:GetRole",
            "iam:ListAttachedRolePolicies",
            "iam:ListInstanceProfilesForRole",
            "iam:ListRolePolicies",
          ],
          Resource: ROLE,
        },
        { Action: ["s3:DeleteBucket", ...OF_BUCKET], Resource: "arn:aws:s3:::tf-artifacts" },
        OF_EVERY_BUCKET,
        { Action: ["sns:DeleteTopic", "sns:GetTopicAttributes", "sns:ListTagsForResource"], Resource: TOPIC },
      ],
    });
  });
});

test.skipIf(missing !== undefined)(
  `whoever keeps the state and the lock, and the role that makes the changes, have a policy each${because(missing)}`,
  async () => {
    const { directory, env } = terraformPlace();
    const moto = await startMoto({ MOTO_ACCOUNT_ID: "111122223333" });
    onTestFinished(() => {
      moto.stop();
      rmSync(directory, { recursive: true, force: true });
    });
    const url = `http://127.0.0.1:${moto.port}`;
    await makeBucket(url, "tf-state");
    await askMoto(url, "dynamodb", "DynamoDB_20120810.CreateTable", LOCKS);
    cpSync(resolve(import.meta.dirname, "clients/terraform-backend/main.tf"), join(directory, "main.tf"));

    const { exitCode, stdout, stderr, recording } = await runIamgen({
      options: ["--forward-to", url],
      command: [
        "sh",
        "-ec",
        "terraform init -input=false -no-color; terraform apply -auto-approve -input=false -no-color",
      ],
      cwd: directory,
      env,
    });

    expect({ exitCode, stderr: exitCode === 0 ? "" : stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toMatch(/^Apply complete! Resources: 1 added, 0 changed, 0 destroyed\.$/m);
    expect(await recordedPolicies(recording.map((line) => JSON.stringify(line)).join("\n"))).toEqual({
      "arn:aws:iam::111122223333:role/deployer": [
        "ssm:DescribeParameters *",
        "ssm:GetParameter,ssm:ListTagsForResource,ssm:PutParameter arn:aws:ssm:us-east-1:111122223333:parameter/shop/limit",
      ],
      "arn:aws:sts::111122223333:user/moto": [
        "dynamodb:DeleteItem,dynamodb:GetItem,dynamodb:PutItem arn:aws:dynamodb:us-east-1:111122223333:table/tf-locks",
        "s3:GetObject,s3:ListBucket,s3:PutObject arn:aws:s3:::tf-state,arn:aws:s3:::tf-state/shop/terraform.tfstate",
        "sts:AssumeRole arn:aws:iam::111122223333:role/deployer",
      ],
    });
  },
  120_000,
);
