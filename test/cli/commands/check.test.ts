import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Project, project } from "../../support/project.ts";

const PUT = { input: { Bucket: "photos", Key: "cat.jpg" }, members: ["Body", "Bucket", "Key"] };
const GET = { operation: "GetObject", input: PUT.input, members: ["Bucket", "Key"] };

const policyOf = (...actions: string[]): string =>
  JSON.stringify(
    {
      Version: "2012-10-17",
      Statement: actions.map((Action) => ({ Effect: "Allow", Action, Resource: "arn:aws:s3:::photos/cat.jpg" })),
    },
    null,
    2,
  );

function place(text: string, name = "policy.json"): Project {
  const made = project();
  writeFileSync(join(made.directory, name), text);
  return made;
}

test("a policy that allows what was observed and no more is clean, whatever is asked", async () => {
  const { iamgen, record } = place(policyOf("s3:GetObject", "s3:PutObject"));
  const recording = record("r.ndjson", [PUT, GET]);
  expect(await iamgen("check", recording, "--against", "policy.json", "--fail-on", "any")).toMatchObject({
    exitCode: 0,
    stdout: "2 needed, 0 missing, 0 excess\n",
    stderr: "",
  });
});

test("what is missing fails; excess does where it is asked for", async () => {
  const { iamgen, record } = place(policyOf("s3:GetObject", "s3:DeleteObject"));
  const recording = record("r.ndjson", [PUT, GET]);
  const check = (...more: string[]) => iamgen("check", recording, "--against", "policy.json", ...more);

  expect(await check()).toMatchObject({
    exitCode: 1,
    stdout:
      "policy.json:1: missing: s3:PutObject on arn:aws:s3:::photos/cat.jpg\n" +
      "policy.json:9: excess (Write): s3:DeleteObject on arn:aws:s3:::photos/cat.jpg: no call needed it\n" +
      "2 needed, 1 missing, 1 excess\n",
    stderr: "iamgen: policy.json: 1 missing\n",
  });
  expect(await check("--fail-on", "any", "--format", "json")).toMatchObject({
    exitCode: 1,
    stderr: "iamgen: policy.json: 1 missing, 1 excess\n",
  });
});

test("excess alone does not fail by default", async () => {
  const { iamgen, record } = place(policyOf("s3:*"));
  const recording = record("r.ndjson", [GET]);
  const check = (...more: string[]) => iamgen("check", recording, "--against", "policy.json", ...more);
  expect((await check()).exitCode).toBe(0);
  expect((await check("--fail-on", "excess")).exitCode).toBe(1);
});

test("a merge makes the check of the same recording clean, in a template too", async () => {
  const template =
    "Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Statement: []\n";
  const { iamgen, record } = place(template, "template.yaml");
  const recording = record("r.ndjson", [PUT, GET]);
  const check = () => iamgen("check", recording, "--against", "template.yaml", "--fail-on", "any");

  expect((await check()).exitCode).toBe(1);
  expect((await iamgen("merge", recording, "--into", "template.yaml")).exitCode).toBe(0);
  expect(await check()).toMatchObject({ exitCode: 0, stdout: "2 needed, 0 missing, 0 excess\n" });
});

test.each([
  [["--against", "none.json"], 4, /cannot read policy `none\.json`/],
  [[], 2, /no file to check/],
  [["--against", "policy.json", "--fail-on", "all"], 2, /one of: missing, excess, any/],
  [["--against", "policy.json", "--format", "xml"], 2, /one of: text, json, sarif, markdown, github/],
  [["--against", "empty.json"], 4, /`empty\.json` holds no policy of an identity\n$/],
])("iamgen check %j is refused", async (options, exitCode, shown) => {
  const { iamgen, record, directory } = place(policyOf("s3:*"));
  writeFileSync(join(directory, "empty.json"), "{}");
  const refused = await iamgen("check", record("r.ndjson", [GET]), ...options);
  expect([refused.exitCode, refused.stdout]).toEqual([exitCode, ""]);
  expect(refused.stderr).toMatch(shown);
});
