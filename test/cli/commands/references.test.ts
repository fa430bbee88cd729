/** References through the commands: what is merged with a state or template is read with it again, and never doubled without. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Project, project } from "../../support/project.ts";

const PUT = { input: { Bucket: "photos", Key: "cat.jpg" }, members: ["Body", "Bucket", "Key"] };
const BUCKET = {
  address: "aws_s3_bucket.photos",
  mode: "managed",
  type: "aws_s3_bucket",
  values: { arn: "arn:aws:s3:::photos" },
};
const STATE = JSON.stringify({ format_version: "1.0", values: { root_module: { resources: [BUCKET] } } });
const TEMPLATE = `Resources:
  Photos:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: photos
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement: []
`;

interface Place extends Project {
  readonly recording: string;
  read(name: string): string;
}

function place(files: Readonly<Record<string, string>>): Place {
  const made = project();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(made.directory, name), text);
  return {
    ...made,
    recording: made.record("r.ndjson", [PUT]),
    read: (name) => readFileSync(join(made.directory, name), "utf8"),
  };
}

test.each([
  [
    "main.tf",
    'data "aws_iam_policy_document" "d" {\n}\n',
    ["--terraform-state", "state.json"],
    '"${aws_s3_bucket.photos.arn}/cat.jpg"',
  ],
  ["t.yaml", TEMPLATE, ["--cloudformation-template", "t.yaml"], "!Sub ${Photos.Arn}/cat.jpg"],
])("%s gets a reference once, and is clean afterwards", async (name, text, option, reference) => {
  const { iamgen, recording, read } = place({ [name]: text, "state.json": STATE });
  expect(await iamgen("merge", recording, "--into", name, ...option)).toMatchObject({ exitCode: 0 });
  const merged = read(name);
  expect(merged.replaceAll('"${Photos', "${Photos").replaceAll('jpg"\n', "jpg\n")).toContain(reference);

  expect(await iamgen("merge", recording, "--into", name, "--check", ...option)).toMatchObject({ exitCode: 0 });
  expect(await iamgen("check", recording, "--against", name, "--fail-on", "any", ...option)).toMatchObject({
    exitCode: 0,
    stdout: "1 needed, 0 missing, 0 excess\n",
  });
  expect(read(name)).toBe(merged);

  const forgotten = await iamgen("merge", recording, "--into", name);
  expect([forgotten.exitCode, read(name)]).toEqual([4, merged]);
  expect(forgotten.stderr).toMatch(
    /cannot tell what `IamgenS3Write` in .*:\d+ refers to\nhint: add `--(?:terraform-state|cloudformation-template) FILE`/,
  );
  expect(await iamgen("check", recording, "--against", name)).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(/perhaps allowed/),
    stderr: expect.stringMatching(/can be known: `--/),
  });
});

test("a policy is written with references, and what has none is told", async () => {
  const parameter = TEMPLATE.replace("BucketName: photos", "BucketName: !Ref Name");
  const { iamgen, recording } = place({ "state.json": STATE, "t.yaml": TEMPLATE, "p.yaml": parameter });
  const policy = (...options: string[]) => iamgen("policy", recording, ...options);
  expect((await policy("--format", "terraform", "--terraform-state", "state.json")).stdout).toContain(
    '"${aws_s3_bucket.photos.arn}/cat.jpg",',
  );
  expect((await policy("--format", "cdk-python", "--cloudformation-template", "t.yaml")).stdout).toContain(
    "{Fn.get_att('Photos', 'Arn').to_string()}/cat.jpg",
  );
  const unnamed = await policy("--format", "sam", "--cloudformation-template", "p.yaml");
  expect(unnamed.stdout).toContain("s3:::photos/cat.jpg");
  expect(unnamed.stderr).toContain("no reference for Photos: the template does not say what they are called");
});

test.each([
  [["policy", "--terraform-state", "state.json"], 2],
  [["merge", "--into", "policy.json", "--cloudformation-template", "t.yaml"], 2],
  [["check", "--against", "policy.json", "--terraform-state", "state.json"], 2],
  [["policy", "--format", "terraform", "--terraform-state", "t.yaml"], 4],
])("iamgen %j is refused", async ([verb = "", ...options], exitCode) => {
  const document = '{ "Version": "2012-10-17", "Statement": [] }';
  const { iamgen, recording, read } = place({ "state.json": STATE, "t.yaml": TEMPLATE, "policy.json": document });
  const refused = await iamgen(verb, recording, ...options);
  expect([refused.exitCode, refused.stdout, read("policy.json")]).toEqual([exitCode, "", document]);
});
