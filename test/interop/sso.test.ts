/** Profiles of IAM Identity Center: keys come from its portal, by requests that nobody signs and that need no permission. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CountingRelay, startCountingRelay } from "../support/counting-relay.ts";
import { type Moto, motoMissing, startMoto } from "../support/moto.ts";
import { type Project, project } from "../support/project.ts";
import { recordedPolicies } from "../support/recorded-policies.ts";
import { because } from "../support/skip-reason.ts";

const CLIENTS = resolve(import.meta.dirname, "clients");
const SESSION = "corp";
const START_URL = "https://audit.awsapps.com/start";

const CONFIG = `[sso-session ${SESSION}]
sso_start_url = https://corp.awsapps.com/start
sso_region = eu-central-1
sso_registration_scopes = sso:account:access

[profile dev]
sso_session = ${SESSION}
sso_account_id = 111122223333
sso_role_name = Developer
region = us-east-1

[profile audit]
sso_start_url = ${START_URL}
sso_region = us-east-1
sso_account_id = 111122223333
sso_role_name = Audit
region = eu-west-1

[profile process]
credential_process = sh -c 'echo {\\"Version\\":1,\\"AccessKeyId\\":\\"AKIARTX3GSDSYEXAMPLE\\",\\"SecretAccessKey\\":\\"x\\"}'
region = us-west-2
`;

/** What `aws sso login` has left, which is out of date in a moment for the session and in an hour for the start URL. */
function signIn({ directory }: Project): void {
  const cache = join(directory, ".aws/sso/cache");
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(directory, ".aws/config"), CONFIG);
  const after = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString().replace(/\.\d+/, "");
  const keep = (name: string, token: object): void => {
    writeFileSync(join(cache, `${createHash("sha1").update(name).digest("hex")}.json`), JSON.stringify(token));
  };
  keep(START_URL, { startUrl: START_URL, region: "us-east-1", accessToken: "token", expiresAt: after(60) });
  keep(SESSION, {
    startUrl: "https://corp.awsapps.com/start",
    region: "eu-central-1",
    accessToken: "token",
    expiresAt: after(2),
    clientId: "client",
    clientSecret: "secret",
    registrationExpiresAt: after(6000),
    refreshToken: "refresh",
  });
}

let keys = 0;

/** The portal hands out other keys at every request, as AWS does. */
function portal({ headers }: IncomingMessage): object | undefined {
  if (headers.host?.startsWith("oidc.")) return { accessToken: "newer", expiresIn: 3600, refreshToken: "next" };
  if (!headers.host?.startsWith("portal.sso.")) return undefined;
  keys += 1;
  const accessKeyId = `ASIARTX3GSDSQ${String(keys)
    .replace(/\d/g, (digit) => "ABCDEFGHIJ"[Number(digit)] ?? "")
    .padStart(7, "A")}`;
  return {
    roleCredentials: { accessKeyId, secretAccessKey: "s", sessionToken: "t", expiration: Date.now() + 3_600_000 },
  };
}

const role = (permissionSet: string): string =>
  `arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_${permissionSet}_*`;
const OF_ROLES = {
  [role("Audit")]: ["dynamodb:ListTables *"],
  [role("Developer")]: ["dynamodb:ListTables *", "s3:CreateBucket arn:aws:s3:::sso-bucket"],
};

describe.skipIf(motoMissing !== undefined)(`IAM Identity Center${because(motoMissing)}`, { timeout: 60_000 }, () => {
  let moto: Moto;
  let relay: CountingRelay;
  beforeAll(async () => {
    moto = await startMoto();
    relay = await startCountingRelay(moto.port, portal);
  });
  afterAll(() => {
    relay.close();
    moto.stop();
  });

  const run = async (...command: string[]) => {
    const place = project();
    signIn(place);
    const before = relay.requests.length;
    const forward = ["--forward-to", relay.url, "--recording", "r.ndjson", "-o", "p.json"];
    const { exitCode, stdout, stderr } = await place.iamgen("run", ...forward, "--", ...command);
    const text = readFileSync(join(place.directory, "r.ndjson"), "utf8");
    expect({ exitCode, stderr: exitCode === 0 ? "" : stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stderr).toContain(`${relay.requests.length - before} calls`);
    // The portal's answers hold keys and tokens; the recording does not.
    expect(text).not.toMatch(/ASIARTX3|"token"|newer|refresh"/);
    return { stdout, stderr, policies: await recordedPolicies(text) };
  };

  test("AWS CLI v1: a policy for each role, whatever keys its commands fetched, and one for a process's keys", async () => {
    const { stdout, stderr, policies } = await run("sh", join(CLIENTS, "sso.sh"));

    expect(stdout).toBe("[]\n/sso-bucket\n[]\n");
    expect(stderr).toContain("by 3 identities");
    expect(policies).toEqual({
      ...OF_ROLES,
      "111122223333": ["logs:CreateLogGroup arn:aws:logs:us-west-2:111122223333:log-group:sso-group:*"],
    });
  });

  test("boto3, several profiles at once", async () => {
    const { stdout, policies } = await run("python3", join(CLIENTS, "python/sso.py"));

    expect(stdout).toBe("[]\n/sso-bucket\n[]\n");
    expect(policies).toEqual(OF_ROLES);
  });

  test("JavaScript v3", async () => {
    const { stdout, policies } = await run("node", "--no-warnings", join(CLIENTS, "sso.mjs"));

    expect(stdout).toBe("[]\n/sso-bucket\n[]\n");
    expect(policies).toEqual(OF_ROLES);
  });
});
