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

const MERGED: readonly (readonly [name: string, before: string, option: readonly string[], after: string])[] = [
  [
    "main.tf",
    'resource "aws_s3_bucket" "photos" {\n}\n\ndata "aws_iam_policy_document" "d" {\n}\n',
    ["--terraform-state", "state.json"],
    'resource "aws_s3_bucket" "photos" {\n}\n\ndata "aws_iam_policy_document" "d" {\n  statement {\n    sid    = "IamgenS3Write"\n    effect = "Allow"\n\n    actions = [\n      "s3:PutObject",\n    ]\n\n    resources = [\n      "${aws_s3_bucket.photos.arn}/cat.jpg",\n    ]\n  }\n}\n',
  ],
  [
    "t.yaml",
    TEMPLATE,
    ["--cloudformation-template", "t.yaml"],
    TEMPLATE.replace(
      " []",
      '\n          - Sid: IamgenS3Write\n            Effect: Allow\n            Action: s3:PutObject\n            Resource: !Sub "${Photos.Arn}/cat.jpg"',
    ),
  ],
];

test.each(MERGED)("%s gets a reference", async (name, before, option, after) => {
  const { iamgen, recording, read } = place({ [name]: before, "state.json": STATE });
  expect(await iamgen("merge", recording, "--into", name, ...option)).toMatchObject({ exitCode: 0 });
  expect(read(name)).toBe(after);
});

test.each(MERGED)("%s with its reference has nothing to change, and is clean", async (name, _, option, after) => {
  const { iamgen, recording } = place({ [name]: after, "state.json": STATE });
  expect(await iamgen("merge", recording, "--into", name, "--check", ...option)).toMatchObject({ exitCode: 0 });
  expect(await iamgen("check", recording, "--against", name, "--fail-on", "any", ...option)).toMatchObject({
    exitCode: 0,
    stdout: "1 needed, 0 missing, 0 excess\n",
  });
});

test.each(MERGED)(
  "%s with a reference that nobody can read is left alone, and told",
  async (name, _, [option], after) => {
    const { iamgen, recording, read } = place({ [name]: after });
    const forgotten = await iamgen("merge", recording, "--into", name);
    expect([forgotten.exitCode, read(name)]).toEqual([4, after]);
    expect(forgotten.stderr).toMatch(/cannot tell what `IamgenS3Write` in .*:\d+ refers to\nhint: add `--/);
    expect(forgotten.stderr).toContain(option);
    expect(await iamgen("check", recording, "--against", name)).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/perhaps allowed/),
      stderr: expect.stringMatching(/can be known: `--/),
    });
  },
);

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
