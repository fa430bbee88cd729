/** References in every kind of file that has them: read as the ARNs they mean, written for ARNs, and the same again. */
import { describe, expect, test } from "vitest";
import { arnNamer } from "../../src/iam/named-arn.ts";
import type { Statement } from "../../src/iam/policy-document.ts";
import { grantsOf } from "../../src/merge/grants.ts";
import { mergeStatements } from "../../src/merge/merge-statements.ts";
import type { References } from "../../src/merge/references.ts";
import { readerFor } from "../support/policy-reader.ts";

const BUCKET = "arn:aws:s3:::photos";
const EXPRESSIONS = { terraform: 'aws_s3_bucket.b["x"].arn', template: "Photos.Arn" } as const;

const referencesOf = (tool: References["tool"]): References => ({
  tool,
  nameOf: arnNamer([{ arn: BUCKET, expression: EXPRESSIONS[tool] }]),
  textOf: (expression) =>
    new Map([
      [EXPRESSIONS[tool] as string, BUCKET],
      ["aws_s3_bucket.b.id", "photos"],
      ["Photos", "photos"],
    ]).get(expression),
  notes: [],
});

const OURS: readonly Statement[] = [
  { Sid: "IamgenS3", Effect: "Allow", Action: "s3:ListBucket", Resource: BUCKET },
  { Sid: "IamgenS3Objects", Effect: "Allow", Action: "s3:GetObject", Resource: [`${BUCKET}/*`, `${BUCKET}/a`] },
];

const document = (...statements: string[]) =>
  `Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Statement:${statements.join("") || " []"}\n`;
const inYaml = (resource: string) =>
  document(`\n          - Effect: Allow\n            Action: s3:GetObject\n            Resource: ${resource}`);
const inJson = (resource: string) =>
  `{\n  "Resources": {},\n  "Version": "2012-10-17",\n  "Statement": [\n    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ${resource} }\n  ]\n}\n`;
const inBlock = (resource: string) =>
  `data "aws_iam_policy_document" "d" {\n  statement {\n    actions   = ["s3:GetObject"]\n    resources = [${resource}]\n  }\n}\n`;
const inObject = (resource: string) =>
  `locals {\n  p = jsonencode({\n    Statement = [\n      { Effect = "Allow", Action = "s3:GetObject", Resource = ${resource} }\n    ]\n  })\n}\n`;
const inHeredoc = (resource: string) =>
  `locals {\n  p = <<EOF\n{ "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "${resource}" }] }\nEOF\n}\n`;

type Tool = References["tool"];

async function open(fileName: string, text: string, tool: Tool) {
  const file = await readerFor(fileName)(text, fileName, referencesOf(tool));
  const [policy] = file.policies;
  if (policy === undefined) throw new Error("no policy");
  return { file, policy };
}

async function written(fileName: string, text: string, tool: Tool, home = {}): Promise<string> {
  const { file, policy } = await open(fileName, text, tool);
  return file.withEdits(policy.address, { replaced: new Map(), removed: new Set(), added: OURS, home });
}

describe("what the team refers to is read as its ARN", () => {
  test.each<[string, string, Tool]>([
    ["main.tf", inBlock('aws_s3_bucket.b["x"].arn'), "terraform"],
    ["main.tf", inObject('aws_s3_bucket.b["x"].arn'), "terraform"],
    ["main.tf", inBlock('"arn:aws:s3:::${aws_s3_bucket.b.id}"'), "terraform"],
    ["main.tf", inHeredoc('${aws_s3_bucket.b["x"].arn}'), "terraform"],
    ["t.yaml", inYaml("!GetAtt Photos.Arn"), "template"],
    ["t.yaml", inYaml("{ Fn::GetAtt: [Photos, Arn] }"), "template"],
    ["t.yaml", inYaml("!Sub ${Photos.Arn}"), "template"],
    ["t.yaml", inYaml("!Sub arn:aws:s3:::${Photos}"), "template"],
    ["t.yaml", inYaml("!Join [':', ['arn:aws:s3::', !Ref Photos]]"), "template"],
    ["t.json", inJson('{ "Fn::GetAtt": ["Photos", "Arn"] }'), "template"],
    ["t.json", inJson('{ "Fn::Sub": "arn:aws:s3:::${Photos}" }'), "template"],
  ])("%s: %s", async (fileName, text, tool) => {
    const [found] = (await open(fileName, text, tool)).policy.statements;
    expect([found?.statement.Resource, found?.isComputed].flat()).toEqual([BUCKET, false]);
    const other = await readerFor(fileName)(text, fileName, { ...referencesOf(tool), textOf: () => undefined });
    expect(other.policies[0]?.statements[0]?.isComputed).toBe(true);
  });

  test("a policy by itself refers to nothing", async () => {
    const text = inJson('{ "Fn::GetAtt": ["Photos", "Arn"] }').replace('  "Resources": {},\n', "");
    expect((await open("p.json", text, "template")).policy.statements[0]?.isComputed).toBe(true);
    expect(await written("p.json", text, "template")).toContain('"Resource": "arn:aws:s3:::photos"');
  });

  test("references of another tool mean nothing", async () => {
    const foreign = await open("main.tf", inBlock('aws_s3_bucket.b["x"].arn'), "template");
    expect(foreign.policy.statements[0]?.isComputed).toBe(true);
    expect(await written("t.yaml", document(), "terraform")).toContain("Resource: arn:aws:s3:::photos\n");
  });
});

describe("what is added is written with references, and read again as it was meant", () => {
  test.each<[string, string, Tool, readonly string[]]>([
    [
      "main.tf",
      'data "aws_iam_policy_document" "d" {\n}\n',
      "terraform",
      ['      aws_s3_bucket.b["x"].arn,', '      "${aws_s3_bucket.b["x"].arn}/*",'],
    ],
    [
      "main.tf",
      "locals {\n  p = jsonencode({\n    Statement = []\n  })\n}\n",
      "terraform",
      ['= aws_s3_bucket.b["x"].arn\n', '"${aws_s3_bucket.b["x"].arn}/*"'],
    ],
    [
      "main.tf",
      inHeredoc("arn:aws:s3:::x"),
      "terraform",
      ['"${aws_s3_bucket.b["x"].arn}"', '"${aws_s3_bucket.b["x"].arn}/*"'],
    ],
    ["t.yaml", document(), "template", ["Resource: !GetAtt Photos.Arn\n", '- !Sub "${Photos.Arn}/*"\n']],
    [
      "t.yaml",
      inYaml("{ Fn::GetAtt: [X, Arn] }"),
      "template",
      ["Resource:\n              Fn::GetAtt: [Photos, Arn]\n", "- !Sub"],
    ],
    ["t.yaml", inYaml("{ Fn::Sub: x }"), "template", ["- Fn::Sub: "]],
    ["t.json", inJson('"x"'), "template", ['"Fn::GetAtt": ["Photos", "Arn"]', '{ "Fn::Sub": "${Photos.Arn}/*" }']],
    [
      "t.json",
      '{\n  "Resources": {},\n  "Version": "2012-10-17",\n  "Statement": []\n}\n',
      "template",
      ['"Fn::GetAtt": [\n', '"Fn::Sub": "${Photos.Arn}/*"'],
    ],
  ])("%s %s", async (fileName, text, tool, lines) => {
    const after = await written(fileName, text, tool);
    for (const line of lines) expect(after).toContain(line);
    const { statements } = (await open(fileName, after, tool)).policy;
    const granted = statements
      .slice(-2)
      .flatMap(({ statement, isComputed }) => (isComputed ? [] : grantsOf(statement)));
    expect(granted).toEqual(OURS.flatMap(grantsOf));
  });

  test.each([
    ["t.yaml", document(), "Resource: !Ref Photos\n"],
    ["t.yaml", inYaml("{ Ref: X }"), "Resource:\n              Ref: Photos\n"],
    ["t.json", inJson('"x"'), '"Resource": { "Ref": "Photos" }'],
  ])("%s refers to a resource by itself: %s", async (fileName, text, line) => {
    const nameOf = arnNamer([{ arn: BUCKET, expression: "Photos" }]);
    const file = await readerFor(fileName)(text, fileName, { ...referencesOf("template"), nameOf });
    const edits = { replaced: new Map(), removed: new Set<number>(), added: OURS };
    expect(file.withEdits(file.policies[0]?.address ?? "", edits)).toContain(line);
  });

  test("a statement that changes keeps the references that it has", async () => {
    const text = inYaml("!Sub arn:aws:s3:::${Photos}").replace("- Effect", "- Sid: IamgenS3\n            Effect");
    const { file, policy } = await open("t.yaml", text, "template");
    const statement: Statement = {
      Sid: "IamgenS3",
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:ListBucket"],
      Resource: BUCKET,
    };
    const edits = { replaced: new Map([[0, statement]]), removed: new Set<number>(), added: [] };
    expect(file.withEdits(policy.address, edits)).toContain("Resource: !Sub arn:aws:s3:::${Photos}\n");
  });

  test("a reference that nothing resolves is never taken for a wildcard", async () => {
    const text = inYaml("!GetAtt Unknown.Arn");
    const { file, policy } = await open("t.yaml", text, "template");
    const statement: Statement = { Sid: "IamgenEc2", Effect: "Allow", Action: "ec2:DescribeVpcs", Resource: "*" };
    const after = file.withEdits(policy.address, { replaced: new Map(), removed: new Set(), added: [statement] });
    expect(after.match(/GetAtt/g)).toHaveLength(1);
  });
});

test("what the team allows by reference is not repeated", async () => {
  const { policy } = await open("main.tf", inBlock('"${aws_s3_bucket.b["x"].arn}/*"'), "terraform");
  const needed: readonly Statement[] = [{ Effect: "Allow", Action: "s3:GetObject", Resource: `${BUCKET}/cat.jpg` }];
  const { edits } = mergeStatements(policy, needed, {
    prune: false,
    mayApply: () => true,
    unite: (statements) => statements,
  });
  expect(edits.added).toEqual([]);
});

test.each<[string, string, Tool]>([
  ["main.tf", inBlock(`"${BUCKET}/*"`).replace("statement {", 'statement {\n    sid = "IamgenS3Read"'), "terraform"],
  ["main.tf", inObject(`"${BUCKET}/*"`).replace("{ Effect", '{ Sid = "IamgenS3Read", Effect'), "terraform"],
  ["main.tf", inHeredoc(`${BUCKET}/*`).replace('{ "Effect"', '{ "Sid": "IamgenS3Read", "Effect"'), "terraform"],
  ["t.yaml", inYaml(`${BUCKET}/*`).replace("- Effect", "- Sid: IamgenS3Read\n            Effect"), "template"],
  ["t.json", inJson(`"${BUCKET}/*"`).replace('{ "Effect"', '{ "Sid": "IamgenS3Read", "Effect"'), "template"],
])("%s: an ARN that ours has as it is becomes a reference once there is one: %s", async (name, text, tool) => {
  const merged = async (given: string): Promise<string> => {
    const { file, policy } = await open(name, given, tool);
    const unite = () => policy.statements.map(({ statement }) => statement);
    return file.withEdits(
      policy.address,
      mergeStatements(policy, [], { prune: false, mayApply: () => true, unite }).edits,
    );
  };
  const after = await merged(text);
  expect(after).toContain(`\${${EXPRESSIONS[tool]}}/*`);
  expect(after).not.toContain(BUCKET);
  expect(await merged(after)).toBe(after);
});
