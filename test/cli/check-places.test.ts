/** Where a check points to, in every kind of file: the statement that it speaks of, to the character. */
import { expect, test } from "vitest";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import { checkPolicy } from "../../src/merge/check-policy.ts";
import type { Region } from "../../src/merge/policy-file.ts";
import { checkTables } from "../support/check-tables.ts";
import { readerFor } from "../support/policy-reader.ts";

const GET = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" } as const;

const json = '{ "Effect": "Allow", "Action": "s3:DeleteBucket", "Resource": "*" }';
const block = 'statement {\n    actions   = ["s3:DeleteBucket"]\n    resources = ["*"]\n  }';
const hcl = '{ Effect = "Allow", Action = "s3:DeleteBucket", Resource = "*" }';
const item = "Effect: Allow\n            Action: s3:DeleteBucket\n            Resource: '*'";
const call = 'new iam.PolicyStatement({ effect: iam.Effect.ALLOW, actions: ["s3:DeleteBucket"], resources: ["*"] })';

const FILES: readonly (readonly [name: string, text: string, statement: string])[] = [
  ["policy.json", `{\n  "Version": "2012-10-17",\n  "Statement": [\n    ${json}\n  ]\n}\n`, json],
  ["template.json", `{ "Resources": { "P": { "Properties": { "PolicyDocument": { "Statement": ${json} } } } } }`, json],
  ["bom.json", `\uFEFF{ "Statement": [${json}] }`, json],
  ["main.tf", `# ü\ndata "aws_iam_policy_document" "d" {\n  ${block}\n}\n`, block],
  ["object.tf", `locals {\n  p = jsonencode({\r\n    Statement = [${hcl}]\n  })\n}\n`, hcl],
  ["heredoc.tf", `locals {\n  p = <<EOF\n{ "Statement": [${json}] }\nEOF\n}\n`, json],
  [
    "template.yaml",
    `Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Statement:\n          - ${item}\n`,
    item,
  ],
  ["policy.yml", `Version: "2012-10-17"\nStatement: [${json}]\n`, json],
  ["serverless.yml", `provider:\n  name: aws\n  iam:\n    role:\n      statements:\n          - ${item}\n`, item],
  [
    "statements.ts",
    `import { aws_iam as iam } from "aws-cdk-lib";\n\nexport function iamgen(): iam.PolicyStatement[] {\n  return [\n    ${call},\n  ];\n}\n`,
    call,
  ],
];

test.each(FILES)("%s", async (name, text, statement) => {
  const [policy] = (await readerFor(name)(text, name)).policies;
  if (policy === undefined) throw new Error("no policy");
  const { excess, missing } = checkPolicy(policy, [GET], { tables: checkTables(openAuthorizationIndex()) });
  expect(excess.map(({ region }) => cutOut(text, region))).toEqual([statement]);
  expect(missing.map(({ region }) => region)).toEqual([policy.region]);
});

function cutOut(text: string, { startLine, startColumn, endLine, endColumn }: Region): string {
  const lines = text.split("\n").slice(startLine - 1, endLine);
  const last = lines.length - 1;
  return lines
    .map((line, at) => line.slice(at === 0 ? startColumn - 1 : 0, at === last ? endColumn - 1 : undefined))
    .join("\n");
}
