/**
 * From a run to the repository that deploys its role: a program is recorded against moto, its policy merged into the team's
 * own files, and what Terraform, CloudFormation and cfn-lint then say is the change of that one policy and nothing else.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Moto, motoMissing, startMoto } from "../support/moto.ts";
import { cleanEnvironment, EXAMPLE_CREDENTIALS, IAMGEN } from "../support/run-iamgen.ts";
import { because } from "../support/skip-reason.ts";
import { terraformMissing, terraformPlace } from "../support/terraform.ts";
import { runTool, toolMissing } from "../support/tool.ts";

const REPOSITORY = resolve(import.meta.dirname, "clients/repository");
const linterMissing = toolMissing("cfn-lint", ["cfn-lint", "--version"]);

const ACCOUNT = "111122223333";
const BUCKET = "arn:aws:s3:::acme-uploads";
const READ = { Sid: "Read", Effect: "Allow", Action: "s3:GetObject", Resource: `${BUCKET}/*` };
/** What the run needs beyond it, as IAM gets it. */
const ADDED = [
  {
    Sid: "IamgenDynamodbWrite",
    Effect: "Allow",
    Action: "dynamodb:PutItem",
    Resource: `arn:aws:dynamodb:us-east-1:${ACCOUNT}:table/orders`,
  },
  { Sid: "IamgenS3Write", Effect: "Allow", Action: "s3:PutObject", Resource: `${BUCKET}/a.txt` },
  {
    Sid: "IamgenSnsWrite",
    Effect: "Allow",
    Action: "sns:Publish",
    Resource: `arn:aws:sns:us-east-1:${ACCOUNT}:good-news`,
  },
];

interface Place {
  readonly directory: string;
  readonly env: NodeJS.ProcessEnv;
}

function ran({ directory, env }: Place, ...[program = "", ...args]: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: directory, env, encoding: "utf8" });
  return { status, stdout, stderr };
}

const iamgen = (place: Place, ...args: readonly string[]) => ran(place, process.execPath, IAMGEN, ...args);

/** In the directory, as `r.ndjson`. */
function record(place: Place, { port }: Moto): void {
  const options = ["--forward-to", `http://127.0.0.1:${port}`, "--recording", "r.ndjson", "-o", "seen.json"];
  const { AWS_ENDPOINT_URL: _, ...env } = place.env;
  expect(iamgen({ ...place, env }, "run", ...options, "--", "python3", "app.py")).toMatchObject({ status: 0 });
}

const environment = ({ port }: Moto, directory: string): NodeJS.ProcessEnv => ({
  ...cleanEnvironment(),
  ...EXAMPLE_CREDENTIALS,
  AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
  HOME: directory,
  XDG_STATE_HOME: join(directory, "state"),
});

const tfMissing = motoMissing ?? terraformMissing;

describe.skipIf(tfMissing !== undefined)(`a Terraform repository${because(tfMissing)}`, () => {
  const { directory, env: terraformEnv } = terraformPlace();
  const options = ["--select", "data.aws_iam_policy_document.app", "--terraform-state", "state.json"];
  let moto: Moto;
  let place: Place;
  const terraform = (...args: readonly string[]) => ran(place, "terraform", ...args);

  beforeAll(async () => {
    for (const name of ["main.tf", "app.py"]) cpSync(join(REPOSITORY, name), join(directory, name));
    moto = await startMoto({ MOTO_ACCOUNT_ID: ACCOUNT });
    place = { directory, env: { ...environment(moto, directory), ...terraformEnv } };
    expect(terraform("init", "-input=false", "-no-color")).toMatchObject({ status: 0 });
    expect(terraform("apply", "-auto-approve", "-input=false", "-no-color")).toMatchObject({ status: 0 });
    writeFileSync(join(directory, "state.json"), terraform("show", "-json").stdout);
    record(place, moto);
  }, 300_000);
  afterAll(() => {
    moto.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  test("the plan after the merge changes the policy of the role, and nothing else", () => {
    expect(iamgen(place, "merge", "r.ndjson", "--into", "main.tf", ...options)).toMatchObject({ status: 0 });
    expect(terraform("fmt", "-check", "-diff", "main.tf")).toMatchObject({ status: 0 });
    expect(terraform("plan", "-input=false", "-out", "plan")).toMatchObject({ status: 0 });
    const plan: Plan = JSON.parse(terraform("show", "-json", "plan").stdout);
    const changed = plan.resource_changes.filter(({ change }) => change.actions.join() !== "no-op");
    expect(changed.map(({ address, change }) => [address, change.actions])).toEqual([
      ["aws_iam_role_policy.app", ["update"]],
    ]);
    const [change] = changed.map((one) => one.change);
    const { policy: old, ...before } = change?.before ?? {};
    const { policy, ...after } = change?.after ?? {};
    expect(after).toEqual(before);
    expect(JSON.parse(String(old)).Statement).toEqual([READ]);
    expect(JSON.parse(String(policy)).Statement).toEqual([READ, ...ADDED]);
  });

  test("the file refers to its own resources, one of each topic by its key", () => {
    const text = readFileSync(join(directory, "main.tf"), "utf8");
    for (const reference of [
      '[aws_sns_topic.news["good"].arn]',
      "[aws_dynamodb_table.orders.arn]",
      '"${aws_s3_bucket.uploads.arn}/a.txt"',
    ]) {
      expect(text).toContain(reference);
    }
  });

  test("the same merge again changes nothing, also with the plan in place of the state, and a check finds nothing missing", () => {
    writeFileSync(join(directory, "plan.json"), terraform("show", "-json", "plan").stdout);
    for (const state of ["state.json", "plan.json"]) {
      const again = [...options.slice(0, -1), state];
      expect(iamgen(place, "merge", "r.ndjson", "--into", "main.tf", "--check", ...again)).toMatchObject({ status: 0 });
    }
    const checked = iamgen(place, "check", "r.ndjson", "--against", "main.tf", ...options);
    expect(checked).toMatchObject({ status: 0, stdout: expect.stringContaining("4 needed, 0 missing") });
  });
});

interface Plan {
  readonly resource_changes: readonly {
    readonly address: string;
    readonly change: {
      readonly actions: readonly string[];
      readonly before: Readonly<Record<string, unknown>>;
      readonly after: Readonly<Record<string, unknown>>;
    };
  }[];
}

const cfnMissing = motoMissing ?? linterMissing;

describe.skipIf(cfnMissing !== undefined)(`a CloudFormation template${because(cfnMissing)}`, () => {
  const directory = mkdtempSync(join(tmpdir(), "iamgen-cfn-"));
  const options = ["--cloudformation-template", "template.yaml"];
  let moto: Moto;
  let place: Place;
  /** Into an empty account: moto does not update policies of a stack. */
  const deployed = async () => {
    await fetch(`http://127.0.0.1:${moto.port}/moto-api/reset`, { method: "POST" });
    const { stdout, stderr } = ran(place, "python3", "deploy.py", "template.yaml");
    expect(stderr).toBe("");
    return JSON.parse(stdout).Statement;
  };

  beforeAll(async () => {
    cpSync(REPOSITORY, directory, { recursive: true });
    moto = await startMoto({ MOTO_ACCOUNT_ID: ACCOUNT });
    place = { directory, env: environment(moto, directory) };
  }, 60_000);
  afterAll(() => {
    moto.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  test("the merged template has no finding of cfn-lint, and deploys the policy that the run needs", async () => {
    const before = readFileSync(join(directory, "template.yaml"), "utf8");
    expect(await deployed()).toEqual([READ]);
    record(place, moto);

    expect(iamgen(place, "merge", "r.ndjson", "--into", "template.yaml", ...options)).toMatchObject({ status: 0 });
    const after = readFileSync(join(directory, "template.yaml"), "utf8");
    expect(after.startsWith(before)).toBe(true);
    expect(after).toContain("Resource: !Ref GoodNews\n");
    expect(runTool(["cfn-lint", "--regions", "us-east-1", "--template", join(directory, "template.yaml")])).toEqual({
      status: 0,
      output: "",
    });
    expect(await deployed()).toEqual([READ, ...ADDED]);

    expect(iamgen(place, "merge", "r.ndjson", "--into", "template.yaml", "--check", ...options)).toMatchObject({
      status: 0,
    });
    expect(iamgen(place, "check", "r.ndjson", "--against", "template.yaml", ...options)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("4 needed, 0 missing"),
    });
  });
});
