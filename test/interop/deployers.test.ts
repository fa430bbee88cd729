/** What deploys stacks: the CDK's command line, the Serverless Framework and SAM, answered by moto. */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CountingRelay, startCountingRelay } from "../support/counting-relay.ts";
import { type Moto, motoMissing, startMoto } from "../support/moto.ts";
import { recordedPolicies } from "../support/recorded-policies.ts";
import { callCount, type IamgenRun, runIamgen } from "../support/run-iamgen.ts";
import { because } from "../support/skip-reason.ts";
import { tempDir } from "../support/temp-dir.ts";
import { buildable, built } from "./matrix/building.ts";
import { CLIENTS, makeBucket } from "./matrix/client-case.ts";
import { missingUnlessInstalled, NPM_MODULES } from "./matrix/installed.ts";

const CDK = join(NPM_MODULES, "aws-cdk/bin/cdk");
const cdkMissing = motoMissing ?? missingUnlessInstalled("npm/node_modules/aws-cdk/bin/cdk");
const serverlessMissing = motoMissing ?? buildable("npm", "--version");
const samMissing = motoMissing ?? buildable("python3", "--version");

let moto: Moto;
let relay: CountingRelay;
beforeAll(async () => {
  if (motoMissing !== undefined) return;
  moto = await startMoto({ MOTO_ACCOUNT_ID: "111122223333" });
  relay = await startCountingRelay(moto.port);
});
afterAll(() => {
  relay?.close();
  moto?.stop();
});

/** What the framework and CloudFormation make up: the id of a stack, the end of a bucket's name, the folder of a deployment. */
const RANDOM =
  /[0-9a-f]{32}(?=\.template)|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=deploymentbucket-)\w{12}|\d{13}-[-\d]+T[\d:.]+Z/g;

/** Runs it, and what arrived at moto was captured; with the policies by identity. */
async function wrapped(cwd: string, ...command: string[]): Promise<IamgenRun & { policies: Record<string, string[]> }> {
  const before = relay.requests.length;
  // The CDK keeps in the user's home which account a key is of, and asks only once.
  const env = {
    CDK_HOME: tempDir(),
    SAM_CLI_TELEMETRY: "0",
    SLS_TELEMETRY_DISABLED: "1",
    SLS_NOTIFICATIONS_MODE: "off",
    CI: "1",
  };
  const run = await runIamgen({ options: ["--forward-to", relay.url], command, cwd, env });
  expect({
    exitCode: run.exitCode,
    captured: callCount(run.recording),
    stderr: run.exitCode === 0 ? "" : run.stderr,
  }).toEqual({
    exitCode: 0,
    captured: relay.requests.length - before,
    stderr: "",
  });
  const text = run.recording.map((line) => JSON.stringify(line)).join("\n");
  const policies: Record<string, string[]> = JSON.parse(
    JSON.stringify(await recordedPolicies(text)).replace(RANDOM, "…"),
  );
  return { ...run, policies };
}

const actions = (prefix: string, ...names: readonly string[]): string =>
  names.map((name) => `${prefix}:${name}`).join();

const CALLER = "arn:aws:sts::111122223333:user/moto";
const STACK = "arn:aws:cloudformation:us-east-1:111122223333:stack/";
const ROLE = "arn:aws:iam::111122223333:role/cdk-hnb659fds-";
const ASSETS = "arn:aws:s3:::cdk-hnb659fds-assets-111122223333-us-east-1";
const CHANGE_SET = actions(
  "cloudformation",
  "CreateChangeSet",
  "DescribeChangeSet",
  "DescribeStackEvents",
  "DescribeStacks",
  "ExecuteChangeSet",
);

describe.skipIf(cdkMissing !== undefined)(`cdk${because(cdkMissing)}`, { timeout: 120_000 }, () => {
  const app = ["--app", join(CLIENTS, "cdk/assembly"), "--no-color"];

  test("bootstrap", async () => {
    const { stdout, policies } = await wrapped(
      tempDir(),
      CDK,
      "bootstrap",
      "aws://111122223333/us-east-1",
      "--no-color",
    );

    expect(stdout).toContain("✅  Environment aws://111122223333/us-east-1 bootstrapped.");
    expect(policies).toEqual({ [CALLER]: [`${CHANGE_SET} ${STACK}CDKToolkit/*`] });
  });

  test("deploy: whoever deploys, and the two roles that it assumes", async () => {
    const { stdout, policies } = await wrapped(tempDir(), CDK, "deploy", ...app, "--require-approval", "never");

    expect(stdout).toMatch(/^arn:aws:cloudformation:us-east-1:111122223333:stack\/Shop\/[-0-9a-f]{36}$/m);
    expect(policies).toEqual({
      [`${ROLE}deploy-role-111122223333-us-east-1`]: [
        `${CHANGE_SET} ${STACK}Shop/*`,
        `cloudformation:DescribeStacks ${STACK}CDKToolkit/*`,
        `iam:PassRole ${ROLE}cfn-exec-role-111122223333-us-east-1`,
        `s3:GetObject ${ASSETS}/shop.json`,
        "ssm:GetParameter arn:aws:ssm:us-east-1:111122223333:parameter/cdk-bootstrap/hnb659fds/version",
      ],
      [`${ROLE}file-publishing-role-111122223333-us-east-1`]: [
        `${actions("s3", "GetBucketLocation", "GetEncryptionConfiguration", "ListBucket", "PutObject")} ${ASSETS},${ASSETS}/shop.json`,
      ],
      [CALLER]: [
        `sts:AssumeRole ${ROLE}deploy-role-111122223333-us-east-1,${ROLE}file-publishing-role-111122223333-us-east-1`,
      ],
    });
  });
});

describe.skipIf(serverlessMissing !== undefined)(
  `Serverless Framework${because(serverlessMissing)}`,
  { timeout: 300_000 },
  () => {
    test("deploy, info and remove", async () => {
      const install = ["npm", "install", "--no-package-lock", "--ignore-scripts", "--loglevel", "error"];
      const directory = built("serverless", ...install);
      const place = tempDir();
      cpSync(join(CLIENTS, "serverless"), place, { recursive: true });
      const serverless = join(directory, "node_modules/serverless/bin/serverless.js");

      const bucket = "arn:aws:s3:::shop-dev-serverlessdeploymentbucket-…";
      const [template, state, code] = [
        "compiled-cloudformation-template.json",
        "serverless-state.json",
        "shop.zip",
      ].map((name) => `${bucket}/serverless/shop/dev/…/${name}`);

      const deployed = await wrapped(place, "node", serverless, "deploy");
      expect(deployed.stderr).toContain("Service deployed to stack shop-dev");
      expect(deployed.policies).toEqual({
        [CALLER]: [
          `${actions("cloudformation", "CreateChangeSet", "DeleteChangeSet", "DescribeChangeSet", "DescribeStackResource", "DescribeStacks", "ExecuteChangeSet", "ListStackResources")} ${STACK}shop-dev/*`,
          `cloudformation:DescribeStackEvents ${STACK}shop-dev/…`,
          "cloudformation:TagResource arn:aws:cloudformation:us-east-1:111122223333:changeSet/shop-dev-change-set/*",
          "cloudformation:ValidateTemplate *",
          "lambda:GetFunction arn:aws:lambda:us-east-1:111122223333:function:shop-dev-hello",
          `s3:GetObject,s3:ListBucket,s3:PutObject ${bucket},${template}`,
          `s3:PutObject ${state},${code}`,
        ],
      });

      const told = await wrapped(place, "node", serverless, "info");
      expect(told.stdout).toContain("hello: shop-dev-hello\n");
      expect(told.policies).toEqual({
        "111122223333": [`cloudformation:DescribeStacks,cloudformation:ListStackResources ${STACK}shop-dev/*`],
      });

      const removed = await wrapped(place, "node", serverless, "remove");
      expect(removed.stderr).toContain("has been successfully removed");
      expect(removed.policies).toEqual({
        [CALLER]: [
          `${actions("cloudformation", "DeleteStack", "DescribeStackEvents", "DescribeStackResource")} ${STACK}shop-dev/*`,
          "ecr:DescribeRepositories arn:aws:ecr:us-east-1:111122223333:repository/serverless-shop-dev",
          `s3:DeleteObject,s3:ListBucket ${bucket},${template},${state},${code}`,
        ],
      });
    }, 300_000);
  },
);

describe.skipIf(samMissing !== undefined)(`SAM${because(samMissing)}`, { timeout: 300_000 }, () => {
  test("deploy", async () => {
    const install = "python3 -m venv python; python/bin/pip install --quiet --requirement requirements.txt";
    const directory = built("sam", "sh", "-ec", install);
    await makeBucket(`http://127.0.0.1:${moto.port}`, "sam-bucket");

    const options = ["--stack-name", "sam-shop", "--s3-bucket", "sam-bucket", "--no-confirm-changeset"];
    const { stdout, policies } = await wrapped(directory, join(directory, "python/bin/sam"), "deploy", ...options);

    expect(stdout).toContain("Successfully created/updated stack - sam-shop in us-east-1");
    expect(policies).toEqual({
      "111122223333": [
        `${CHANGE_SET} ${STACK}sam-shop/*`,
        "s3:GetObject,s3:PutObject arn:aws:s3:::sam-bucket/….template",
      ],
    });
  });
});
