/** `terraform plan` with the AWS provider, answered by moto; the provider comes from a filesystem mirror on the machine. */
import { cpSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CountingRelay, startCountingRelay } from "../support/counting-relay.ts";
import { type Moto, motoMissing, startMoto } from "../support/moto.ts";
import { callCount, callsOf, runIamgen } from "../support/run-iamgen.ts";
import { because } from "../support/skip-reason.ts";
import { terraformMissing, terraformPlace } from "../support/terraform.ts";

const missing = motoMissing ?? terraformMissing;

describe.skipIf(missing !== undefined)(`terraform plan${because(missing)}`, () => {
  const { directory: scratch, env, terraform } = terraformPlace();
  let moto: Moto;
  let relay: CountingRelay;
  beforeAll(async () => {
    cpSync(resolve(import.meta.dirname, "clients/terraform/main.tf"), join(scratch, "main.tf"));
    expect(terraform("init", "-input=false", "-no-color")).toMatchObject({ status: 0 });
    moto = await startMoto();
    const bucket = { method: "PUT", headers: { host: "existing-bucket.s3.amazonaws.com" } };
    await fetch(`http://127.0.0.1:${moto.port}/existing-bucket`, bucket);
    relay = await startCountingRelay(moto.port);
  }, 120_000);
  afterAll(() => {
    relay.close();
    moto.stop();
    rmSync(scratch, { recursive: true, force: true });
  });

  test("every call of the provider is captured", async () => {
    const run = await runIamgen({
      options: ["--forward-to", relay.url],
      command: ["terraform", "plan", "-input=false", "-no-color"],
      cwd: scratch,
      env,
    });

    expect(run.exitCode).toBe(0);
    expect(run.stdout).toMatch(/Plan: 2 to add/);
    expect(callsOf(run.recording)).toEqual(["S3.GetBucketWebsite x1", "S3.HeadBucket x2", "STS.GetCallerIdentity x2"]);
    expect(callCount(run.recording)).toBe(relay.requests.length);
  }, 120_000);
});
