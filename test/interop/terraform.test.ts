/** `terraform plan` with the AWS provider, answered by moto; the provider comes from a filesystem mirror on the machine. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CountingRelay, startCountingRelay } from "../support/counting-relay.ts";
import { type Moto, motoMissing, startMoto } from "../support/moto.ts";
import { callCount, callsOf, cleanEnvironment, runIamgen } from "../support/run-iamgen.ts";
import { because } from "../support/skip-reason.ts";

/** The root of a mirror laid out as `terraform providers mirror` does, found by the provider's own file. */
function providerMirror(): string | undefined {
  const search = ["/opt", "/usr/local", "/usr/share", process.env["HOME"] ?? "/root"];
  const found = spawnSync("find", [...search, "-maxdepth", "9", "-name", "terraform-provider-aws_v5.100.0*"], {
    encoding: "utf8",
  });
  return /^(.*)\/registry\.terraform\.io\/hashicorp\/aws\//m.exec(found.stdout)?.[1];
}

const mirror = providerMirror();
const terraformMissing = spawnSync("terraform", ["version"]).error ? "Terraform is not installed" : undefined;
const missing = motoMissing ?? terraformMissing ?? (mirror === undefined ? "no mirror of the AWS provider" : undefined);

describe.skipIf(missing !== undefined)(`terraform plan${because(missing)}`, () => {
  const scratch = mkdtempSync(join(tmpdir(), "iamgen-tf-"));
  const cliConfig = join(scratch, "terraform.rc");
  const env = { TF_CLI_CONFIG_FILE: cliConfig, CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1" };
  let moto: Moto;
  let relay: CountingRelay;
  beforeAll(async () => {
    writeFileSync(cliConfig, `provider_installation {\n  filesystem_mirror {\n    path = "${mirror}"\n  }\n}\n`);
    cpSync(resolve(import.meta.dirname, "clients/terraform/main.tf"), join(scratch, "main.tf"));
    const init = spawnSync("terraform", ["init", "-input=false", "-no-color"], {
      cwd: scratch,
      env: { ...cleanEnvironment(), ...env },
      encoding: "utf8",
    });
    expect({ status: init.status, stderr: init.stderr }).toMatchObject({ status: 0 });
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
