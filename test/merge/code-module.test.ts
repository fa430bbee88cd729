import { describe, expect, test } from "vitest";
import type { Statement } from "../../src/iam/policy-document.ts";
import { moduleReader } from "../../src/merge/code-module.ts";

const GET: Statement = { Sid: "IamgenS3Read", Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
const NOTHING = { replaced: new Map(), removed: new Set<number>(), added: [] };
const HEAD = 'import { aws_iam as iam } from "aws-cdk-lib";\n\n';

const readTs = (text: string) => moduleReader("typescript")(text, "policy.ts");

const module_ = (list: string): string =>
  `${HEAD}export function iamgen(): iam.PolicyStatement[] {\n  return ${list};\n}\n`;

test("the functions of a module are its policies", async () => {
  const one = module_("[]").slice(HEAD.length);
  const { policies } = await readTs(
    HEAD + one + one.replace("iamgen()", "iamgenWorker2(variables: { stage: string })"),
  );
  expect(policies.map(({ address }) => address)).toEqual(["iamgen", "iamgenWorker2"]);
});

test("a statement is added to an empty list, and behind the last one", async () => {
  const first = (await readTs(module_("[]"))).withEdits("iamgen", { ...NOTHING, added: [GET] });
  const written = (sid: string) =>
    `    new iam.PolicyStatement({\n      sid: "${sid}",\n      effect: iam.Effect.ALLOW,\n` +
    '      actions: ["s3:GetObject"],\n      resources: ["*"],\n    }),\n';
  expect(first).toBe(module_(`[\n${written("IamgenS3Read")}  ]`));
  const second = (await readTs(first)).withEdits("iamgen", { ...NOTHING, added: [{ ...GET, Sid: "B" }] });
  expect(second).toBe(module_(`[\n${written("IamgenS3Read")}${written("B")}  ]`));
});

test("what is no construct counts as computed, and is not touched", async () => {
  const text = module_("[...others(), new iam.PolicyStatement({ actions: ['a:B'], resources: ['*'] })]");
  const file = await readTs(text);
  expect(file.policies[0]?.statements.map(({ isComputed }) => isComputed)).toEqual([true, false]);
  expect(file.withEdits("iamgen", { ...NOTHING, added: [GET] })).toContain("[...others(), new iam.PolicyStatement({ a");
});

describe("other code", () => {
  test.each([
    ["a stack", `${HEAD}export class A { constructor() { new iam.PolicyStatement({ actions: [] }); } }\n`],
    ["a function of the team", module_("[]").replace("iamgen", "statements")],
    ["a function that does more", module_("[]").replace("  return", "  const a = 1;\n  return")],
  ])("%s is foreign", async (_, text) => {
    await expect(readTs(text)).rejects.toMatchObject({
      code: "foreign-module",
      message: "`policy.ts` is no module that iamgen generated",
    });
  });

  test("an empty text has no policies", async () => {
    expect((await readTs("")).policies).toEqual([]);
  });
});

test("a syntax error is told with its place", async () => {
  await expect(readTs(module_("[\n    `a\n  ]"))).rejects.toMatchObject({
    code: "syntax-error",
    message: expect.stringMatching(/^policy\.ts:\d+:\d+: /),
  });
});

test("Python and Pulumi are read by their own shapes", async () => {
  const python = "from aws_cdk import aws_iam as iam\n\n\ndef iamgen() -> list[iam.PolicyStatement]:\n    return []\n";
  const pythonFile = await moduleReader("python")(python, "policy.py");
  expect(pythonFile.withEdits("iamgen", { ...NOTHING, added: [GET] })).toBe(
    python.replace(
      "[]\n",
      '[\n        iam.PolicyStatement(\n            sid="IamgenS3Read",\n            effect=iam.Effect.ALLOW,\n' +
        '            actions=["s3:GetObject"],\n            resources=["*"],\n        ),\n    ]\n',
    ),
  );
  const pulumi =
    "export function iamgen(role: pulumi.Input<string>): aws.iam.Policy {\r\n  const policy = pulumi.jsonStringify({\r\n" +
    '    Version: "2012-10-17",\r\n    Statement: [],\r\n  });\r\n}\r\n';
  expect((await readTs(pulumi)).withEdits("iamgen", { ...NOTHING, added: [GET] })).toContain(
    'Statement: [\r\n      {\r\n        Sid: "IamgenS3Read",\r\n',
  );
});
