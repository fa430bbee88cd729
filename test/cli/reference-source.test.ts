import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { mustHoldReferences, referenceSource } from "../../src/cli/reference-source.ts";
import type { PolicySet } from "../../src/synthesize/policy-set.ts";
import { identityPolicy } from "../support/identity-policy.ts";

const TERRAFORM = { tool: "terraform", target: "--format terraform" } as const;
const CLOUDFORMATION = { tool: "template", target: "--into t.yaml" } as const;
const NONE = { tool: undefined, target: "--format json" } as const;

const directory = mkdtempSync(join(tmpdir(), "iamgen-references-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
function file(name: string, text: string): string {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}

const QUEUE = "arn:aws:sqs:eu-west-1:111122223333:jobs";
const queue = (id: string) =>
  JSON.stringify({ Resources: { [id]: { Type: "AWS::SQS::Queue", Properties: { QueueName: "jobs" } } } });
const resource = { address: "aws_sqs_queue.jobs", type: "aws_sqs_queue", mode: "managed", values: { arn: QUEUE } };
const STATE = file(
  "state.json",
  JSON.stringify({ format_version: "1.0", values: { root_module: { resources: [resource] } } }),
);
const TEMPLATE = file("t.json", queue("Jobs"));

function appOf(...stacks: readonly string[]): string {
  const out = join(directory, `out-${stacks.join("-")}`);
  mkdirSync(out);
  const artifacts = stacks.map((name) => [
    name,
    { type: "aws:cloudformation:stack", properties: { templateFile: `${name}.template.json` } },
  ]);
  for (const name of stacks) writeFileSync(join(out, `${name}.template.json`), queue(`${name}Jobs`));
  writeFileSync(
    join(out, "manifest.json"),
    JSON.stringify({ artifacts: { Tree: { type: "cdk:tree" }, ...Object.fromEntries(artifacts) } }),
  );
  return out;
}

const needed = [{ Effect: "Allow", Action: "sqs:SendMessage", Resource: QUEUE }] as const;
const document = { Version: "2012-10-17", Statement: needed } as const;
const observed: PolicySet = {
  policies: [{ ...identityPolicy({ ids: ["k"], account: "111122223333" }, document), needed }],
  findings: [],
};

async function nameIn(options: Record<string, string>, wish: Parameters<typeof referenceSource>[1]) {
  const source = await referenceSource(options, wish);
  return (await source?.referencesFor(observed))?.nameOf(QUEUE)?.expression;
}

test("each source names the resource that it holds", async () => {
  expect(await nameIn({ terraformState: STATE }, TERRAFORM)).toBe("aws_sqs_queue.jobs.arn");
  expect(await nameIn({ cloudformationTemplate: TEMPLATE }, CLOUDFORMATION)).toBe("Jobs.Arn");
  expect(await nameIn({ cdkOut: appOf("One") }, CLOUDFORMATION)).toBe("OneJobs.Arn");
});

test("where nothing of it was seen that is told", async () => {
  const other = file("other.json", queue("Other").replace('"jobs"', '"other"'));
  const source = await referenceSource({ cloudformationTemplate: other }, CLOUDFORMATION);
  expect((await source?.referencesFor(observed))?.notes).toEqual([
    `nothing that was seen is in \`--cloudformation-template ${other}\``,
  ]);
  const none = await source?.referencesFor({ policies: [], findings: [] });
  expect(none?.notes).toEqual([]);
});

test("without an option there is no source", async () => {
  expect(await referenceSource({}, NONE)).toBeUndefined();
});

test.each([
  [{ terraformState: "x", cdkOut: "y" }, TERRAFORM, "cannot use `--terraform-state` with `--cdk-out`", undefined],
  [
    { terraformState: "x" },
    CLOUDFORMATION,
    "cannot use `--terraform-state` with `--into t.yaml`",
    "its references come from `--cloudformation-template` or `--cdk-out`",
  ],
  [
    { cdkOut: "x" },
    TERRAFORM,
    "cannot use `--cdk-out` with `--format terraform`",
    "its references come from `--terraform-state`",
  ],
  [
    { terraformState: "x" },
    NONE,
    "cannot use `--terraform-state` with `--format json`",
    "only what Terraform, CloudFormation, SAM, Serverless or CDK reads can refer to their resources",
  ],
  [
    { terraformState: "-" },
    { ...TERRAFORM, hasStdin: false },
    "cannot use `--terraform-state -`: stdin is the command's",
    "terraform show -json > state.json",
  ],
])("%j for %j is refused", async (options, wish, message, hint) => {
  await expect(referenceSource(options, wish)).rejects.toMatchObject({ message, hint, exitCode: 2 });
});

test.each([
  [{ terraformState: join(directory, "none") }, TERRAFORM, /^cannot read state `.*none`: /],
  [{ terraformState: TEMPLATE }, TERRAFORM, /^`.*t\.json` is no state or plan of Terraform in JSON$/],
  [{ cloudformationTemplate: STATE }, CLOUDFORMATION, /is no CloudFormation template: it has no Resources$/],
  [{ cdkOut: directory }, CLOUDFORMATION, /^cannot read manifest `.*manifest\.json`: /],
  [{ cdkOut: appOf() }, CLOUDFORMATION, /^`.*` holds no stack$/],
])("%j cannot be used, which is told before anything runs", async (options, wish, message) => {
  await expect(referenceSource(options, wish)).rejects.toMatchObject({
    message: expect.stringMatching(message),
    exitCode: 4,
  });
});

test("of several stacks the user must choose one: ids are a stack's own", async () => {
  await expect(referenceSource({ cdkOut: appOf("A", "B") }, CLOUDFORMATION)).rejects.toMatchObject({
    code: "several-stacks",
    hint: expect.stringMatching(/^choose one: --cloudformation-template .*A\.template\.json; .*B\.template\.json$/),
  });
});

test("a policy by itself can refer to nothing", async () => {
  const source = await referenceSource({ terraformState: STATE }, TERRAFORM);
  expect(() => mustHoldReferences(source, "p.json", "")).toThrow("`p.json` is a policy by itself");
  expect(() => mustHoldReferences(source, "t.json", "Resources.P")).not.toThrow();
  expect(() => mustHoldReferences(undefined, "p.json", "")).not.toThrow();
});
