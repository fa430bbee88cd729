import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { GET, PUT, place, TEAM } from "../../support/merge-place.ts";

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
