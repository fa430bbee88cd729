/** What a check cannot read it says, in place of calling everything missing. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { project } from "../../support/project.ts";

const GET = { operation: "GetObject", input: { Bucket: "photos", Key: "cat.jpg" }, members: ["Bucket", "Key"] };
const template = (document: string) =>
  `Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        ${document}\n`;
const other = "{ Effect: Allow, Action: 'a:B', Resource: x }";
const object = '{ Effect = "Allow", Action = "a:B", Resource = "x" }';
const resource = (policy: string) => `resource "aws_iam_policy" "p" {\n  policy = ${policy}\n}\n`;

async function checked(name: string, text: string) {
  const { directory, iamgen, record } = project();
  writeFileSync(join(directory, name), text);
  return iamgen("check", record("r.ndjson", [GET]), "--against", name);
}

test.each([
  [
    "main.tf",
    resource('templatefile("p.json", {})'),
    '`aws_iam_policy.p` of `main.tf`: `templatefile("p.json", {})` computes it',
  ],
  [
    "main.tf",
    resource("jsonencode({ Statement = concat(a, b) })"),
    "`aws_iam_policy.p` of `main.tf`: `concat(a, b)` computes its statements",
  ],
  [
    "t.yaml",
    template("Statement: !FindInMap [a, b, c]"),
    "`Resources.P` of `t.yaml`: its statements are computed by `FindInMap`",
  ],
])("%s: a policy that something else writes is refused: %s", async (name, text, reason) => {
  expect(await checked(name, text)).toMatchObject({
    exitCode: 4,
    stdout: "",
    stderr: `iamgen: cannot read ${reason}\nhint: check what is deployed instead: save its document as JSON\n`,
  });
});

test.each([
  ["main.tf", 'data "aws_iam_policy_document" "d" {\n  source_policy_documents = [var.base]\n}\n'],
  ["main.tf", resource(`jsonencode({ Statement = [local.s3, ${object}] })`)],
  ["t.yaml", template(`Statement: [${other}, !Ref More]`)],
  ["serverless.yml", `provider:\n  iamRoleStatements:\n    - ${other}\n    - \${file(iam.yml):s3}\n`],
])("%s: what may be among statements from elsewhere fails nothing", async (name, text) => {
  expect(await checked(name, text)).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(/perhaps allowed, by what the file computes: s3:GetObject on/),
  });
});
