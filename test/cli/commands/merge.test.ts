import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Project, project } from "../../support/project.ts";

const PUT = { input: { Bucket: "photos", Key: "cat.jpg" }, members: ["Body", "Bucket", "Key"] };
const GET = { operation: "GetObject", input: PUT.input, members: ["Bucket", "Key"] };
const TEAM = '{\n  "Version": "2012-10-17",\n  "Statement": []\n}\n';

function place(text: string | undefined, name = "policy.json"): Project & { read(): string; readonly path: string } {
  const made = project();
  const path = join(made.directory, name);
  if (text !== undefined) writeFileSync(path, text);
  return { ...made, path, read: () => readFileSync(path, "utf8") };
}

test("puts the policy into the file, and the second time changes nothing", async () => {
  const { iamgen, record, read } = place(TEAM);
  const recording = record("r.ndjson", [PUT]);
  const first = await iamgen("merge", recording, "--into", "policy.json");
  const text = read();
  const second = await iamgen("merge", recording, "--into", "policy.json", "--check");

  expect(first).toMatchObject({ exitCode: 0, stdout: "", stderr: "iamgen: 1 statement added in policy.json\n" });
  expect(JSON.parse(text)).toEqual({
    Version: "2012-10-17",
    Statement: [
      { Sid: "IamgenS3Write", Effect: "Allow", Action: "s3:PutObject", Resource: "arn:aws:s3:::photos/cat.jpg" },
    ],
  });
  expect(second).toMatchObject({
    exitCode: 0,
    stderr: "iamgen: policy.json has all that was seen: nothing to change\n",
  });
  expect(read()).toBe(text);
});

test("shards merged one after the other are all merged at once", async () => {
  const [apart, together] = [place(TEAM), place(TEAM)];
  await apart.iamgen("merge", apart.record("one.ndjson", [PUT]), "--into", "policy.json");
  await apart.iamgen("merge", apart.record("two.ndjson", [GET]), "--into", "policy.json");
  const shards = [together.record("one.ndjson", [PUT]), together.record("two.ndjson", [GET])];
  await together.iamgen("merge", ...shards, "--into", "policy.json");

  expect(apart.read()).toBe(together.read());
});

test("--diff prints the change and writes nothing; with --check the exit code tells of it", async () => {
  const { iamgen, record, read } = place(TEAM);
  const run = await iamgen("merge", record("r.ndjson", [PUT]), "--into", "policy.json", "--diff", "--check");

  expect(run.exitCode).toBe(1);
  expect(run.stdout.split("\n").slice(0, 5)).toEqual([
    "--- a/policy.json",
    "+++ b/policy.json",
    "@@ -1,4 +1,11 @@",
    " {",
    '   "Version": "2012-10-17",',
  ]);
  expect(read()).toBe(TEAM);
});

test("a template names account and region as its own statements do, and the second time nothing changes", async () => {
  const before = [
    "Resources:",
    "  Policy:",
    "    Type: AWS::IAM::ManagedPolicy",
    "    Properties:",
    "      PolicyDocument:",
    "        Version: '2012-10-17'",
    "        Statement:",
    "          - Effect: Allow # ours alone",
    "            Action: sns:Publish",
    "            Resource: !Sub arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:news",
    "",
  ].join("\n");
  const { iamgen, record, read } = place(before, "template.yaml");
  const recording = record("r.ndjson", [PUT]);
  const first = await iamgen("merge", recording, "--into", "template.yaml");
  const text = read();
  const second = await iamgen("merge", recording, "--into", "template.yaml", "--check");

  expect([first.exitCode, second.exitCode]).toEqual([0, 0]);
  expect(text).toBe(
    [
      `${before}          - Sid: IamgenS3Write`,
      "            Effect: Allow",
      "            Action: s3:PutObject",
      '            Resource: !Sub "arn:${AWS::Partition}:s3:::photos/cat.jpg"',
      "",
    ].join("\n"),
  );
  expect(read()).toBe(text);
});

test("--prune takes away what is no longer seen", async () => {
  const { iamgen, record, read } = place(TEAM);
  await iamgen("merge", record("one.ndjson", [PUT, GET]), "--into", "policy.json");
  await iamgen("merge", record("two.ndjson", [GET]), "--into", "policy.json", "--prune");

  expect(JSON.parse(read()).Statement).toEqual([
    { Sid: "IamgenS3Read", Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::photos/cat.jpg" },
  ]);
});

test("a Deny that meets an observed call is told", async () => {
  const deny = { Sid: "Frozen", Effect: "Deny", Action: "s3:Put*", Resource: "*" };
  const { iamgen, record } = place(JSON.stringify({ Version: "2012-10-17", Statement: [deny] }));
  const run = await iamgen("merge", record("r.ndjson", [PUT]), "--into", "policy.json");

  expect(run.exitCode).toBe(0);
  expect(run.stderr).toContain("iamgen: statement `Frozen` denies `s3:PutObject` on `arn:aws:s3:::photos/cat.jpg`");
});

test("--create makes the file", async () => {
  const { iamgen, record, read } = place(undefined);
  const recording = record("r.ndjson", [PUT]);
  expect(await iamgen("merge", recording, "--into", "policy.json")).toMatchObject({ exitCode: 4 });
  expect(await iamgen("merge", recording, "--into", "policy.json", "--create")).toMatchObject({ exitCode: 0 });
  expect(JSON.parse(read()).Statement).toHaveLength(1);
});

test("several policies and none selected: an error that lists them, and nothing is written", async () => {
  const text = JSON.stringify({ reader: JSON.parse(TEAM), writer: JSON.parse(TEAM) });
  const { iamgen, record, read } = place(text);
  const recording = record("r.ndjson", [PUT]);

  expect(await iamgen("merge", recording, "--into", "policy.json")).toMatchObject({
    exitCode: 4,
    stderr:
      "iamgen: `policy.json` holds 2 policies\n" +
      "hint: choose one with `--select ADDRESS`: reader in line 1; writer in line 1\n",
  });
  expect(read()).toBe(text);
  expect(await iamgen("merge", recording, "--into", "policy.json", "--select", "writer")).toMatchObject({
    exitCode: 0,
  });
  expect(JSON.parse(read())).toMatchObject({ reader: { Statement: [] }, writer: { Statement: [{}] } });
});

test.each([
  ["a syntax error", '{\n  "Version": x\n}\n', /^iamgen: policy\.json:2:14: .*\n {4}"Version": x\n {15}\^\nhint: /],
  ["a comment", "{} // all", /^iamgen: policy\.json:1:4: a comment/],
])("%s is shown in its line, and nothing is written", async (_, text, shown) => {
  const { iamgen, record, read } = place(text);
  const { exitCode, stderr } = await iamgen("merge", record("r.ndjson", [PUT]), "--into", "policy.json");

  expect([exitCode, read()]).toEqual([4, text]);
  expect(stderr).toMatch(shown);
});

test("a read-only file, a file of no known kind and a missing option are refused", async () => {
  const { iamgen, record, path, directory } = place(TEAM);
  const recording = record("r.ndjson", [PUT]);
  chmodSync(path, 0o444);

  expect(await iamgen("merge", recording, "--into", "policy.json")).toMatchObject({ exitCode: 3 });
  expect(await iamgen("merge", recording, "--into", "r.ndjson")).toMatchObject({ exitCode: 4 });
  expect(await iamgen("merge", recording)).toMatchObject({
    exitCode: 2,
    stderr: "iamgen: no file to merge into\nhint: for example `--into policy.json`\n",
  });
  expect(existsSync(join(directory, ".policy.json.iamgen"))).toBe(false);
});

test("a Terraform file is edited in place", async () => {
  const { iamgen, record, read } = place('data "aws_iam_policy_document" "app" {}\n', "main.tf");
  const recording = record("r.ndjson", [PUT]);
  expect(await iamgen("merge", recording, "--into", "main.tf")).toMatchObject({ exitCode: 0 });
  expect(read()).toMatch(/^data "aws_iam_policy_document" "app" \{\n {2}statement \{\n {4}sid {4}= "IamgenS3Write"\n/);
  expect(await iamgen("merge", recording, "--into", "main.tf", "--check")).toMatchObject({ exitCode: 0 });
});

test("a policy that a template computes is left alone: the statements are printed to be pasted", async () => {
  const text = 'resource "aws_iam_policy" "app" {\n  policy = templatefile("p.json.tpl", {})\n}\n';
  const { iamgen, record, read } = place(text, "main.tf");
  const run = await iamgen("merge", record("r.ndjson", [PUT]), "--into", "main.tf");

  expect([run.exitCode, read()]).toEqual([4, text]);
  expect(run.stderr).toBe(
    'iamgen: cannot edit `aws_iam_policy.app`: `templatefile("p.json.tpl", {})` computes it\n' +
      "hint: paste the statements printed above where the policy is made\n",
  );
  expect(JSON.parse(run.stdout)).toMatchObject([{ Sid: "IamgenS3Write", Action: "s3:PutObject" }]);
});

test("--create adds a document to a Terraform file that has none", async () => {
  const { iamgen, record, read } = place('variable "a" {}\n', "main.tf");
  expect(await iamgen("merge", record("r.ndjson", [PUT]), "--into", "main.tf", "--create")).toMatchObject({
    exitCode: 0,
  });
  expect(read()).toMatch(/^variable "a" \{\}\n\ndata "aws_iam_policy_document" "iamgen" \{\n {2}statement \{/);
});

test("references sort otherwise than the ARNs of other accounts: the second time changes nothing all the same", async () => {
  const template =
    "Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Version: '2012-10-17'\n" +
    "        Statement:\n          - Effect: Allow\n            Action: ssm:GetParameter\n" +
    "            Resource: !Sub arn:aws:ssm:${AWS::Region}:${AWS::AccountId}:parameter/x\n";
  const { iamgen, record, read } = place(template, "template.yaml");
  const invoke = (account: string) => ({
    sdkId: "Lambda",
    operation: "Invoke",
    signingName: "lambda",
    input: { FunctionName: `arn:aws:lambda:us-east-1:${account}:function:f` },
    members: ["FunctionName"],
  });
  const calls = ["000000000001", "111122223333", "999999999999"].map(invoke);
  const recording = record("r.ndjson", calls);
  expect(await iamgen("merge", recording, "--into", "template.yaml")).toMatchObject({ exitCode: 0 });
  const text = read();
  expect(await iamgen("merge", recording, "--into", "template.yaml", "--diff", "--check")).toMatchObject({
    exitCode: 0,
    stdout: "",
  });
  expect(text).toContain("${AWS::AccountId}:function:f");
});

test("a Terraform document gets account and region as the document names them, and settles", async () => {
  const text =
    'data "aws_iam_policy_document" "app" {\n  statement {\n    actions   = ["ssm:GetParameter"]\n' +
    '    resources = ["arn:aws:ssm:${data.aws_region.current.name}:${local.account_id}:parameter/x"]\n  }\n}\n';
  const { iamgen, record, read } = place(text, "main.tf");
  const send = (account: string) => ({
    sdkId: "SQS",
    operation: "SendMessage",
    signingName: "sqs",
    input: { QueueUrl: `https://sqs.us-east-1.amazonaws.com/${account}/jobs` },
    members: ["MessageBody", "QueueUrl"],
  });
  const recording = record("r.ndjson", ["000000000001", "111122223333"].map(send));
  await iamgen("merge", recording, "--into", "main.tf");
  expect(read()).toContain('"arn:aws:sqs:${data.aws_region.current.name}:${local.account_id}:jobs"');
  expect(await iamgen("merge", recording, "--into", "main.tf", "--diff", "--check")).toMatchObject({
    exitCode: 0,
    stdout: "",
  });
});

test("a module is made for CDK or Pulumi, kept true, and other code is left alone", async () => {
  const { iamgen, record, read, path } = place(undefined, "policy.ts");
  const [put, get] = [record("put.ndjson", [PUT]), record("get.ndjson", [GET])];
  await iamgen("merge", put, "--into", "policy.ts", "--create", "--format", "pulumi-typescript");
  expect(read()).toMatch(/^import \* as aws from "@pulumi\/aws";[\s\S]*Sid: "IamgenS3Write",\n/);
  expect(await iamgen("merge", get, "--into", "policy.ts")).toMatchObject({
    exitCode: 0,
    stderr: "iamgen: 1 statement changed in policy.ts\n",
  });
  expect(read()).toContain('Action: ["s3:GetObject", "s3:PutObject"],\n');

  const foreign = "export const statements = [];\n";
  writeFileSync(path, foreign);
  expect(await iamgen("merge", put, "--into", "policy.ts", "--create")).toMatchObject({
    exitCode: 4,
    stderr:
      "iamgen: `policy.ts` is no module that iamgen generated\n" +
      "hint: merge into a new file beside it and import that: `iamgen merge --create --into FILE`\n",
  });
  expect(read()).toBe(foreign);
});

test("--create adds a policy to a template that has none, once", async () => {
  const { iamgen, record, read } = place("Resources:\n  Queue:\n    Type: AWS::SQS::Queue\n", "template.yaml");
  const recording = record("r.ndjson", [PUT]);
  await iamgen("merge", recording, "--into", "template.yaml", "--create");
  const text = read();
  expect(text).toMatch(/^Resources:\n {2}Queue:\n {4}Type: AWS::SQS::Queue\n {2}IamgenPolicy:\n/);
  await iamgen("merge", recording, "--into", "template.yaml", "--create");
  expect(read()).toBe(text);
});

test("--format belongs to --create, and must fit the name of the file", async () => {
  const { iamgen, record } = place(undefined);
  const recording = record("r.ndjson", [PUT]);
  expect(await iamgen("merge", recording, "--into", "p.py", "--create", "--format", "vault")).toMatchObject({
    exitCode: 2,
    stderr: "iamgen: cannot create `p.py` as vault\nhint: a file of that name may be: cdk-python\n",
  });
  expect(await iamgen("merge", recording, "--into", "p.py", "--create")).toMatchObject({ exitCode: 0 });
  expect(await iamgen("merge", recording, "--into", "p.py", "--format", "cdk-python")).toMatchObject({ exitCode: 2 });
});

test("a policy that is another file names the command that merges into that", async () => {
  const text = 'resource "aws_iam_policy" "app" {\n  policy = file("${path.module}/policies/app.json")\n}\n';
  const { iamgen, record, read } = place(text, "main.tf");
  expect(await iamgen("merge", record("r.ndjson", [PUT]), "--into", "main.tf")).toMatchObject({
    exitCode: 4,
    stdout: "",
    stderr:
      "iamgen: cannot edit `aws_iam_policy.app`: its text is the file `policies/app.json`: merge into that one\n" +
      "hint: `iamgen merge --into policies/app.json`\n",
  });
  expect(read()).toBe(text);
});

test("a recording without calls changes nothing, and nothing is pruned by it", async () => {
  const { iamgen, record, read } = place(TEAM);
  await iamgen("merge", record("one.ndjson", [PUT]), "--into", "policy.json");
  const [text, nothing] = [read(), record("none.ndjson", [])];
  const merged = await iamgen("merge", nothing, "--into", "policy.json");
  expect([merged.exitCode, merged.stderr.startsWith("iamgen: NO AWS CALL SEEN: ")]).toEqual([0, true]);
  expect(await iamgen("merge", nothing, "--into", "policy.json", "--prune")).toMatchObject({ exitCode: 4 });
  expect(read()).toBe(text);
});

test("two merges at once: both are in the file, or one is told to run again", async () => {
  const { iamgen, record, read } = place(TEAM);
  const recordings = [record("put.ndjson", [PUT]), record("get.ndjson", [GET])];
  const runs = await Promise.all(recordings.map((one) => iamgen("merge", one, "--into", "policy.json")));
  const refused = runs.filter(({ exitCode }) => exitCode !== 0);
  for (const { stderr } of refused)
    expect(stderr).toMatch(/has changed since it was read|another iamgen is writing it/);
  const actions = ["s3:GetObject", "s3:PutObject"].filter((action) => read().includes(`"${action}"`));
  expect(JSON.parse(read()).Statement).toHaveLength(1);
  expect(actions).toHaveLength(2 - refused.length);
});

test.each([
  ["main.tf", 'data "aws_iam_policy_document" "a" {\n  statement {\n', /^iamgen: main\.tf:2:13: `\{` is not closed\n/],
  ["t.yaml", "Resources:\n\tA: 1\n", /^iamgen: t\.yaml:2:1: tabs are not allowed as indentation\n/],
  ["t.yaml", "a: 1\n---\nb: 2\n", /^iamgen: t\.yaml:\d:1: a second document: what holds a policy has one\n/],
  [
    "p.ts",
    "export function iamgen(): iam.PolicyStatement[] {\n  return [\n    'a' 'b\n",
    /^iamgen: p\.ts:\d:\d+: .*\n.*\n *\^\n/,
  ],
  ["bin.json", "\u0000\u0001", /^iamgen: bin\.json:1:1: /],
  ["empty.json", "", /^iamgen: `empty\.json` holds no policy of an identity\nhint: `--create` adds one\n/],
])("%s with %j is refused, and nothing is written", async (name, text, shown) => {
  const { iamgen, record, read } = place(text, name);
  const run = await iamgen("merge", record("r.ndjson", [PUT]), "--into", name);
  expect([run.exitCode, read()]).toEqual([4, text]);
  expect(run.stderr).toMatch(shown);
});

test("a call to another account or region is not taken for one at home", async () => {
  const template = (resources: readonly string[]) =>
    [
      "Resources:",
      "  P:",
      "    Type: AWS::IAM::ManagedPolicy",
      "    Properties:",
      "      PolicyDocument:",
      "        Version: '2012-10-17'",
      "        Statement:",
      "          - Sid: Team",
      "            Effect: Allow",
      "            Action: lambda:InvokeFunction",
      "            Resource: !Sub arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:f",
      ...resources,
      "",
    ].join("\n");
  const invoke = (region: string, account: string) => ({
    sdkId: "Lambda",
    operation: "Invoke",
    signingName: "lambda",
    region,
    input: { FunctionName: `arn:aws:lambda:${region}:${account}:function:f` },
    members: ["FunctionName"],
  });
  const { iamgen, record, read } = place(template([]), "template.yaml");
  const home = record("home.ndjson", [invoke("us-east-1", "111122223333")]);
  const other = record("other.ndjson", [invoke("us-east-1", "111122223333"), invoke("us-east-1", "999999999999")]);
  const regions = record("regions.ndjson", [invoke("us-east-1", "111122223333"), invoke("eu-west-1", "111122223333")]);

  expect((await iamgen("check", home, "--against", "template.yaml")).stdout).toContain("1 needed, 0 missing");
  expect((await iamgen("check", other, "--against", "template.yaml")).exitCode).toBe(1);
  await iamgen("merge", home, "--into", "template.yaml");
  expect(read()).toBe(template([]));

  await iamgen("merge", other, "--into", "template.yaml");
  expect(read()).toContain('Resource: !Sub "arn:aws:lambda:${AWS::Region}:999999999999:function:f"\n');
  await iamgen("merge", regions, "--into", "template.yaml");
  expect(read()).toContain('- !Sub "arn:aws:lambda:eu-west-1:${AWS::AccountId}:function:f"\n');
  expect((await iamgen("check", regions, "--against", "template.yaml")).stdout).toContain("2 needed, 0 missing");
});
