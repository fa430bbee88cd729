import { expect, test } from "vitest";
import { constructValue, statementText } from "../../src/merge/code-statement.ts";
import { codeValueAt } from "../../src/merge/code-tree.ts";
import type { CodeStyle } from "../../src/merge/code-value.ts";
import { readStatement } from "../../src/merge/read-statement.ts";

const STATEMENT = {
  Sid: "IamgenS3Read",
  Effect: "Allow",
  Action: "s3:GetObject",
  Resource: ["arn:aws:s3:::b/1", "arn:aws:s3:::b/2"],
  Condition: { StringEquals: { "a:b": "c" } },
} as const;

const style: CodeStyle = { language: "typescript", quote: '"', tag: "", unit: "  ", sources: new Map(), home: {} };
const read = (text: string, language: "typescript" | "python" = "typescript") =>
  readStatement(constructValue(codeValueAt({ fileName: "a", text, language }, 0), { text, sources: new Map() }));

test("CDK in TypeScript", () => {
  const text = statementText(STATEMENT, { flavour: "cdk", style, before: "    " });
  expect(text).toBe(
    [
      "new iam.PolicyStatement({",
      '      sid: "IamgenS3Read",',
      "      effect: iam.Effect.ALLOW,",
      '      actions: ["s3:GetObject"],',
      '      resources: ["arn:aws:s3:::b/1", "arn:aws:s3:::b/2"],',
      "      conditions: {",
      "        StringEquals: {",
      '          "a:b": "c",',
      "        },",
      "      },",
      "    })",
    ].join("\n"),
  );
  expect(read(text)).toEqual({ statement: { ...STATEMENT, Action: ["s3:GetObject"] }, isComputed: false });
});

test("CDK in Python", () => {
  const { Condition: _, ...short } = STATEMENT;
  const text = statementText(short, {
    flavour: "cdk",
    style: { ...style, language: "python", unit: "    " },
    before: "        ",
  });
  expect(text).toBe(
    [
      "iam.PolicyStatement(",
      '            sid="IamgenS3Read",',
      "            effect=iam.Effect.ALLOW,",
      '            actions=["s3:GetObject"],',
      '            resources=["arn:aws:s3:::b/1", "arn:aws:s3:::b/2"],',
      "        )",
    ].join("\n"),
  );
  expect(read(text, "python")?.statement).toEqual({ ...short, Action: ["s3:GetObject"] });
});

test("Pulumi has IAM's own spelling", () => {
  const text = statementText(
    { Effect: "Allow", Action: "a:B", Resource: "*" },
    { flavour: "pulumi", style, before: "" },
  );
  expect(text).toBe('{\n  Effect: "Allow",\n  Action: "a:B",\n  Resource: "*",\n}');
});

test("without an effect a construct allows, with one in a variable it is computed", () => {
  const construct = (effect: string) => read(`new PolicyStatement({ ${effect} actions: ["a:B"], resources: ["*"] })`);
  expect(construct("")?.statement.Effect).toBe("Allow");
  expect(construct("effect: Effect.DENY,")).toMatchObject({ statement: { Effect: "Deny" }, isComputed: false });
  expect(construct("effect: given,")?.isComputed).toBe(true);
  expect(construct("principals: [x],")?.isComputed).toBe(true);
});

test("any other value is no construct", () => {
  expect(read("others()")).toBeUndefined();
});
