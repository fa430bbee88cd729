/** Account, region and partition that a file fills in, in every syntax: read as they are at home, and never taken for wildcards. */
import { describe, expect, test } from "vitest";
import { authorizationIndex } from "../../src/data/opened-indexes.ts";
import type { Statement } from "../../src/iam/policy-document.ts";
import { atHome } from "../../src/merge/at-home.ts";
import { checkPolicy } from "../../src/merge/check-policy.ts";
import { mergeStatements } from "../../src/merge/merge-statements.ts";
import type { FoundPolicy, PolicyFile } from "../../src/merge/policy-file.ts";
import { statementUniter } from "../../src/synthesize/unite-statements.ts";
import { checkTables } from "../support/check-tables.ts";
import { readerFor } from "../support/policy-reader.ts";

interface Places {
  /** A whole text that is the account and nothing else. */
  readonly account: string;
  /** `s3.REGION.amazonaws.com`. */
  readonly endpoint: string;
}

const json = (value: unknown): string => JSON.stringify(value, undefined, 2);
const template = (resource: unknown) => ({
  Resources: { P: { Type: "AWS::IAM::ManagedPolicy", Properties: resource } },
});

const document = (sid: string, condition: unknown) => ({
  PolicyDocument: {
    Version: "2012-10-17",
    Statement: [{ Sid: sid, Effect: "Allow", Action: "kms:Decrypt", Resource: "*", Condition: condition }],
  },
});

/** JSON is YAML but for its tags. */
const FILES: readonly { name: string; places: Places; write: (sid: string, key: string, value: string) => string }[] = [
  {
    name: "template.yaml",
    places: { account: "!Ref AWS::AccountId", endpoint: '!Sub "s3.${AWS::Region}.amazonaws.com"' },
    write: (sid, key, value) => json(template(document(sid, { StringEquals: { [key]: "@" } }))).replace('"@"', value),
  },
  {
    name: "template.json",
    places: { account: '{ "Ref": "AWS::AccountId" }', endpoint: '{ "Fn::Sub": "s3.${AWS::Region}.amazonaws.com" }' },
    write: (sid, key, value) => json(template(document(sid, { StringEquals: { [key]: "@" } }))).replace('"@"', value),
  },
  {
    name: "document.tf",
    places: {
      account: '"${data.aws_caller_identity.current.account_id}"',
      endpoint: '"s3.${data.aws_region.current.name}.amazonaws.com"',
    },
    write: (sid, key, value) =>
      `data "aws_iam_policy_document" "a" {\n  statement {\n    sid = "${sid}"\n    actions = ["kms:Decrypt"]\n    resources = ["*"]\n` +
      `    condition {\n      test = "StringEquals"\n      variable = "${key}"\n      values = [${value}]\n    }\n  }\n}\n`,
  },
  {
    name: "heredoc.tf",
    places: {
      account: '"${data.aws_caller_identity.current.account_id}"',
      endpoint: '"s3.${data.aws_region.current.name}.amazonaws.com"',
    },
    write: (sid, key, value) =>
      `resource "aws_iam_policy" "a" {\n  policy = <<EOF\n${json(document(sid, { StringEquals: { [key]: "@" } }).PolicyDocument).replace('"@"', value)}\nEOF\n}\n`,
  },
  {
    name: "module.ts",
    places: { account: "`${Aws.ACCOUNT_ID}`", endpoint: "`s3.${Aws.REGION}.amazonaws.com`" },
    write: (sid, key, value) =>
      `export function iamgen(): iam.PolicyStatement[] {\n  return [\n    new iam.PolicyStatement({\n      sid: "${sid}",\n` +
      `      actions: ["kms:Decrypt"],\n      resources: ["*"],\n      conditions: { StringEquals: { "${key}": ${value} } },\n    }),\n  ];\n}\n`,
  },
];

const uniter = statementUniter(authorizationIndex());
const HOME = { account: "111122223333", region: "eu-west-1", partition: "aws" };
const VPCS: Statement = { Effect: "Allow", Action: "ec2:DescribeVpcs", Resource: "*" };
const DECRYPT: Statement = {
  Effect: "Allow",
  Action: "kms:Decrypt",
  Resource: "*",
  Condition: { StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" } },
};

describe.each(FILES)("$name", ({ name, places, write }) => {
  const read = async (text: string): Promise<{ file: PolicyFile; policy: FoundPolicy }> => {
    const tool = name.endsWith(".tf") ? "terraform" : "template";
    const file = await readerFor(name)(text, name, atHome({ home: HOME, needed: [], tool }));
    const [policy] = file.policies;
    if (policy === undefined) throw new Error(text);
    return { file, policy };
  };
  const merged = async (text: string, calls: readonly Statement[]): Promise<string> => {
    const { file, policy } = await read(text);
    return file.withEdits(policy.address, mergeStatements(policy, calls, { prune: false, ...uniter }).edits);
  };

  test("every resource stays every resource, where a condition of the team is the account", async () => {
    const after = await merged(write("Team", "aws:SourceAccount", places.account), [VPCS]);
    const { policy } = await read(after);
    expect(policy.statements.map(({ statement, isComputed }) => [statement.Resource, isComputed].flat())).toEqual([
      ["*", false],
      ["*", false],
    ]);
    expect(after).toContain(places.account);
  });

  test("without a home, what is an account and nothing else is computed", async () => {
    const text = write("Team", "aws:SourceAccount", places.account);
    const { policies } = await readerFor(name)(text, name);
    expect(policies[0]?.statements.map(({ isComputed }) => isComputed)).toEqual([true]);
  });

  test("a value of which the region is filled in covers the observed one, and stays as it is written", async () => {
    const text = write("IamgenKmsWrite", "kms:ViaService", places.endpoint);
    expect(await merged(text, [DECRYPT])).toBe(text);
    expect(
      checkPolicy((await read(text)).policy, [DECRYPT], { tables: checkTables(authorizationIndex()) }).missing,
    ).toEqual([]);
    const more = await merged(text, [DECRYPT, { ...DECRYPT, Action: "kms:Encrypt" }]);
    const region = /\{[^{}]*[Rr](?:egion|EGION)[^{}]*\}/;
    expect(region.exec(more)?.[0]).toBe(region.exec(text)?.[0]);
    expect((await read(more)).policy.statements).toHaveLength(1);
  });
});
