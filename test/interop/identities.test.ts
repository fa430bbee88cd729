/** Several identities, regions and partitions in one run, with real SDKs: each identity's policy is its own. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Moto, motoMissing, startMoto } from "../support/moto.ts";
import { project } from "../support/project.ts";
import { recordedPolicies } from "../support/recorded-policies.ts";
import { EXAMPLE_CREDENTIALS } from "../support/run-iamgen.ts";
import { because } from "../support/skip-reason.ts";

const CLIENTS = resolve(import.meta.dirname, "clients");
const PYTHON = join(CLIENTS, "python");
const SDK_V3 = resolve(import.meta.dirname, "../fixtures/clients/profiles.mjs");
const SECOND_KEY = "AKIARTX3GSDSYEXAMPLE";

const configuration = (token: string): string => `[profile base]
region = us-east-1
aws_access_key_id = ${EXAMPLE_CREDENTIALS.AWS_ACCESS_KEY_ID}
aws_secret_access_key = x

[profile china]
region = cn-north-1
aws_access_key_id = ${SECOND_KEY}
aws_secret_access_key = x

[profile reader]
role_arn = arn:aws:iam::111122223333:role/reader
source_profile = base
region = us-east-1

[profile chained]
role_arn = arn:aws:iam::444455556666:role/writer
source_profile = reader
region = us-east-1

[profile web]
role_arn = arn:aws:iam::111122223333:role/web
web_identity_token_file = ${token}
region = us-east-1
`;

describe.skipIf(motoMissing !== undefined)(`identities, answered by moto${because(motoMissing)}`, () => {
  const scratch = mkdtempSync(join(tmpdir(), "iamgen-identities-"));
  const token = join(scratch, "token");
  const config = join(scratch, "config");
  let moto: Moto;
  beforeAll(async () => {
    writeFileSync(token, "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.");
    writeFileSync(config, configuration(token));
    moto = await startMoto({ INITIAL_NO_AUTH_ACTION_COUNT: "1000000" });
  });
  afterAll(() => {
    moto.stop();
    rmSync(scratch, { recursive: true, force: true });
  });

  const run = async (environment: Readonly<Record<string, string>>, ...command: string[]) => {
    const place = project(environment);
    const forward = ["--forward-to", `http://127.0.0.1:${moto.port}`, "--recording", "r.ndjson", "-o", "p.json"];
    const finished = await place.iamgen("run", ...forward, "--", ...command);
    return { ...finished, policies: await recordedPolicies(readFileSync(join(place.directory, "r.ndjson"), "utf8")) };
  };

  /** moto names every caller by an account of its own. */
  const OF_PROFILES = {
    "arn:aws:iam::111122223333:role/reader": [
      "dynamodb:ListTables *",
      "s3:GetObject arn:aws:s3:::web-bucket/a",
      "sts:AssumeRole arn:aws:iam::444455556666:role/writer",
    ],
    "arn:aws:iam::111122223333:role/web": ["s3:CreateBucket arn:aws:s3:::web-bucket"],
    "arn:aws:iam::444455556666:role/writer": [
      "dynamodb:CreateTable arn:aws:dynamodb:us-west-2:444455556666:table/orders",
    ],
    "arn:aws:sts::123456789012:user/moto": ["sts:AssumeRole arn:aws:iam::111122223333:role/reader"],
    "111122223333": ["dynamodb:ListTables *"],
  };

  test("AWS CLI v1: chained roles, web identity, two partitions and a presigned URL by profiles", async () => {
    const { stdout, policies } = await run({ AWS_CONFIG_FILE: config }, "sh", join(CLIENTS, "profiles.sh"));

    expect(stdout).toBe("arn:aws:sts::123456789012:user/moto\nACTIVE\n/web-bucket\n404\n");
    expect(policies).toEqual(OF_PROFILES);
  }, 60_000);

  test("JavaScript v3: the same", async () => {
    spawnSync("curl", ["-s", "-X", "POST", `http://127.0.0.1:${moto.port}/moto-api/reset`]);
    const { stdout, policies } = await run({ AWS_CONFIG_FILE: config }, "node", "--no-warnings", SDK_V3);

    expect(stdout).toBe("arn:aws:sts::123456789012:user/moto\nACTIVE\n/web-bucket\n404\n");
    expect(policies).toEqual(OF_PROFILES);
  }, 60_000);

  test("boto3 where permissions are enforced: two roles, two regions and a refused call", async () => {
    const { stdout: keys } = spawnSync(
      "python3",
      [join(PYTHON, "identities_setup.py"), `http://127.0.0.1:${moto.port}`],
      {
        encoding: "utf8",
        env: { ...process.env, ...EXAMPLE_CREDENTIALS },
      },
    );
    const user: Record<string, string> = JSON.parse(keys);

    const { stdout, stderr, policies } = await run(
      { ...EXAMPLE_CREDENTIALS, ...user },
      "python3",
      join(PYTHON, "identities.py"),
    );

    expect(stdout).toBe("arn:aws:iam::123456789012:user/ann\n[]\nx\n200\n403\n");
    expect(stderr).toContain("7 calls of 6 operations by 3 identities, 1 call denied");
    expect(policies).toEqual({
      "arn:aws:iam::123456789012:role/team/reader": [
        "dynamodb:ListTables *",
        "s3:GetObject arn:aws:s3:::id-bucket/a",
        "sts:AssumeRole arn:aws:iam::123456789012:role/team/writer",
      ],
      "arn:aws:iam::123456789012:role/team/writer": [
        "dynamodb:PutItem arn:aws:dynamodb:us-west-2:123456789012:table/t",
        "sqs:CreateQueue arn:aws:sqs:us-west-2:123456789012:q",
      ],
      "arn:aws:iam::123456789012:user/ann": ["sts:AssumeRole arn:aws:iam::123456789012:role/team/reader"],
    });
  }, 60_000);
});
