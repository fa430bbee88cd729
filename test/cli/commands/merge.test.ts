import { chmodSync, existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { GET, PUT, place, TEAM } from "../../support/merge-place.ts";

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
