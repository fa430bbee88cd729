/** boto3 and the AWS CLI v1 under an enforced policy, answered by moto. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { type CountingRelay, startCountingRelay } from "../support/counting-relay.ts";
import { type Moto, motoMissing, startMoto } from "../support/moto.ts";
import { runIamgen } from "../support/run-iamgen.ts";
import { because } from "../support/skip-reason.ts";

const APP = resolve(import.meta.dirname, "clients/python/app.py");
const cliMissing = spawnSync("aws", ["--version"]).status === 0 ? undefined : "the AWS CLI is not installed";
const CALLS = [
  "ec2 describe-instances",
  "s3api list-buckets",
  "sns list-topics",
  "lambda list-functions",
  "route53 list-hosted-zones",
];

describe.skipIf(motoMissing !== undefined)(`an enforced policy, answered by moto${because(motoMissing)}`, () => {
  const directory = mkdtempSync(join(tmpdir(), "iamgen-test-"));
  let moto: Moto;
  let relay: CountingRelay;
  // Each test begins with nothing made: a table cannot be made twice.
  beforeEach(async () => {
    moto = await startMoto();
    relay = await startCountingRelay(moto.port);
  });
  afterEach(() => {
    relay.close();
    moto.stop();
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  const policyFile = (policy: unknown): string => {
    const path = join(directory, "policy.json");
    writeFileSync(path, JSON.stringify(policy));
    return path;
  };
  const boto3 = (...options: string[]) =>
    runIamgen({ options: ["--forward-to", relay.url, ...options], command: ["python3", APP] });
  const reset = () => fetch(`${relay.url}/moto-api/reset`, { method: "POST" });

  test("boto3 passes under the policy that its own recording produced, and fails without one of its actions", async () => {
    const { policy } = await boto3();
    await reset();
    const under = await boto3("--enforce", policyFile(policy));
    expect({ exitCode: under.exitCode, policy: under.policy }).toEqual({ exitCode: 0, policy });

    await reset();
    const without = JSON.parse(JSON.stringify(policy).replace('"s3:GetObject",', ""));
    const denied = await boto3("--enforce", policyFile(without));
    expect(denied.exitCode).toBe(1);
    expect(denied.stderr).toContain(
      "botocore.errorfactory.AccessDenied: An error occurred (AccessDenied) when calling the GetObject operation: " +
        "User: arn:aws:iam::111122223333:* is not authorized to perform: s3:GetObject on resource: " +
        '"arn:aws:s3:::py-bucket/a/b c.txt" because no identity-based policy allows the s3:GetObject action',
    );
  });

  test.skipIf(cliMissing !== undefined)(`AWS CLI v1: every protocol's own error${because(cliMissing)}`, async () => {
    const before = relay.requests.length;
    const command = ["sh", "-c", CALLS.map((call) => `aws ${call}`).join("; ")];
    const options = ["--forward-to", relay.url, "--enforce", policyFile({ Version: "2012-10-17", Statement: [] })];
    const { stderr } = await runIamgen({ options, command });
    expect(
      [...stderr.matchAll(/An error occurred \((\w+)\) when calling the (\w+)/g)].map(([, ...told]) => told),
    ).toEqual([
      ["UnauthorizedOperation", "DescribeInstances"],
      ["AccessDenied", "ListBuckets"],
      ["AccessDenied", "ListTopics"],
      ["AccessDeniedException", "ListFunctions"],
      ["AccessDenied", "ListHostedZones"],
    ]);
    expect(relay.requests.length).toBe(before);
  });
});
