/** `terraform plan`, `apply` and `destroy` with the AWS provider from a filesystem mirror on the machine, answered by moto. */
import { cpSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CountingRelay, startCountingRelay } from "../support/counting-relay.ts";
import { type Moto, motoMissing, startMoto } from "../support/moto.ts";
import { callCount, callsOf, runIamgen } from "../support/run-iamgen.ts";
import { because } from "../support/skip-reason.ts";
import { terraformMissing, terraformPlace } from "../support/terraform.ts";

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
