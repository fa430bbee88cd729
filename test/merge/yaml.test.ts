import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Statement } from "../../src/iam/policy-document.ts";
import { readYamlPolicyFile } from "../../src/merge/yaml.ts";

const lines = (...text: string[]): string => `${text.join("\n")}\n`;

describe("what is read", () => {
  test("a policy document by itself has the empty address", async () => {
    const file = await readYamlPolicyFile(
      lines("Version: '2012-10-17'", "Statement:", "- Effect: Allow", "  Action: a:B", "  Resource: '*'"),
      "policy.yml",
    );
    expect(file.policies.map(({ address, statements }) => [address, statements.map((one) => one.statement)])).toEqual([
      ["", [{ Effect: "Allow", Action: "a:B", Resource: "*" }]],
    ]);
  });

  test("a file of another kind has no policies", async () => {
    expect((await readYamlPolicyFile("on: push\n", "ci.yml")).policies).toEqual([]);
    expect((await readYamlPolicyFile("", "empty.yml")).policies).toEqual([]);
  });

  test("regions count lines and columns from 1, to behind the last character", async () => {
    const text = lines("Statement:", "  - Effect: Allow", "    Action: a:B # c", "    Resource: '*'   ", "", "# end");
    const [policy] = (await readYamlPolicyFile(text, "p.yml")).policies;
    expect(policy?.statements[0]?.region).toEqual({ startLine: 2, startColumn: 5, endLine: 4, endColumn: 18 });
  });

  test("a syntax error names file, line and column, and shows the place", async () => {
    const broken = readYamlPolicyFile(lines("Resources:", "  A: [b", "C: d"), "template.yaml");
    await expect(broken).rejects.toMatchObject({ code: "syntax-error", exitCode: 4 });
    await expect(broken).rejects.toThrow(/^template\.yaml:3:1: .*\n {2}C: d\n {2}\^$/);
  });
});

/** Ways of writing the same template. */
interface Manner {
  readonly indent: number;
  readonly dashIndent: number;
  readonly quote: string;
  readonly hasFlowLists: boolean;
  readonly hasComments: boolean;
  readonly lineBreak: string;
  readonly hasFinalBreak: boolean;
}

const written: fc.Arbitrary<Manner> = fc.record({
  indent: fc.constantFrom(2, 4),
  dashIndent: fc.constantFrom(0, 2, 4),
  quote: fc.constantFrom("", "'", '"'),
  hasFlowLists: fc.boolean(),
  hasComments: fc.boolean(),
  lineBreak: fc.constantFrom("\n", "\r\n"),
  hasFinalBreak: fc.boolean(),
});

const name = fc.constantFrom("a:Get", "a:Put", "b:List*", "c:Delete");
const resource = fc.constantFrom("*", "arn:aws:a:::x/*", "arn:aws:b:eu-west-1:111122223333:q/${aws:username}");
const list = (of: fc.Arbitrary<string>) => fc.uniqueArray(of, { minLength: 2, maxLength: 3 });
const statement: fc.Arbitrary<Statement> = fc
  .record({ actions: list(name), resources: list(resource), ip: fc.option(fc.constantFrom("true", "10.0.0.0/8")) })
  .map(({ actions, resources, ip }) => ({
    Effect: "Allow",
    Action: actions,
    Resource: resources,
    ...(ip === null ? {} : { Condition: { StringLike: { "aws:PrincipalTag/team": ip } } }),
  }));

function template(statements: readonly Statement[], manner: Manner): string {
  const { quote, hasFlowLists, hasComments, lineBreak } = manner;
  const pad = (depth: number): string => " ".repeat(depth * manner.indent);
  const comment = hasComments ? " # why" : "";
  const value = (text: string): string => {
    const needed = text === "*" || (hasFlowLists && text.includes("{")) ? '"' : "";
    return `${quote || needed}${text}${quote || needed}`;
  };
  const dash = pad(5) + " ".repeat(manner.dashIndent);
  const values = (element: string, texts: unknown): string[] => {
    const all = [texts].flat().map((text) => value(String(text)));
    if (hasFlowLists) return [`${dash}  ${element}: [${all.join(", ")}]`];
    return [`${dash}  ${element}:${comment}`, ...all.map((text) => `${dash}    - ${text}${comment}`)];
  };
  const condition = ({ Condition }: Statement): string[] => {
    const team = Condition?.["StringLike"]?.["aws:PrincipalTag/team"];
    const json = JSON.stringify({ StringLike: { "aws:PrincipalTag/team": team } });
    return team === undefined ? [] : [`${dash}  Condition: ${json}`];
  };
  const text = [
    "Resources:",
    `${pad(1)}P:`,
    `${pad(2)}Type: AWS::IAM::ManagedPolicy`,
    `${pad(2)}Properties:`,
    `${pad(3)}PolicyDocument:`,
    `${pad(4)}Version: "2012-10-17"`,
    `${pad(4)}Statement:`,
    ...statements.flatMap((one) => [
      `${dash}- Effect: Allow${comment}`,
      ...values("Action", one.Action),
      ...values("Resource", one.Resource),
      ...condition(one),
      ...(hasComments ? [`${dash}# behind it`] : []),
    ]),
    "Outputs: {}",
  ].join(lineBreak);
  return manner.hasFinalBreak ? text + lineBreak : text;
}

const edited = fc
  .tuple(fc.array(statement, { minLength: 1, maxLength: 4 }), fc.array(statement, { maxLength: 2 }), written)
  .chain(([before, added, manner]) =>
    fc.record({
      before: fc.constant(before),
      added: fc.constant(added),
      manner: fc.constant(manner),
      fates: fc.array(fc.oneof(fc.constant("keep"), fc.constant("remove"), statement), {
        minLength: before.length,
        maxLength: before.length,
      }),
    }),
  );

describe("properties", () => {
  test("no edits give the same text", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(statement, { minLength: 1, maxLength: 3 }), written, async (statements, manner) => {
        const text = template(statements, manner);
        const file = await readYamlPolicyFile(text, "t.yaml");
        expect(file.policies[0]?.statements.map((one) => one.statement)).toEqual(statements);
        expect(file.withEdits("Resources.P", { replaced: new Map(), removed: new Set(), added: [] })).toBe(text);
      }),
    );
  });

  test("edits change the statements that they name, and no byte of the others", async () => {
    await fc.assert(
      fc.asyncProperty(edited, async ({ before, added, manner, fates }) => {
        const text = template(before, manner);
        const file = await readYamlPolicyFile(text, "t.yaml");
        const replaced = new Map(fates.flatMap((fate, at) => (typeof fate === "string" ? [] : [[at, fate] as const])));
        const removed = new Set(fates.flatMap((fate, at) => (fate === "remove" ? [at] : [])));
        const after = file.withEdits("Resources.P", { replaced, removed, added });

        const wanted = before.flatMap((one, at) => (removed.has(at) ? [] : [replaced.get(at) ?? one]));
        const [policy] = (await readYamlPolicyFile(after, "t.yaml")).policies;
        expect(policy?.statements.map((one) => one.statement)).toEqual([...wanted, ...added]);
        expect(after.startsWith(text.slice(0, text.indexOf("Statement:")))).toBe(true);
        expect(after.endsWith(text.slice(text.indexOf("Outputs")))).toBe(true);
        const kept = fates.flatMap((fate, at) => (fate === "keep" ? [sourceOf(text, at)] : []));
        expect(kept.filter((source) => !after.includes(source))).toEqual([]);
      }),
    );
  });
});

/** The lines of one statement as they stand, without what is behind it. */
function sourceOf(text: string, at: number): string {
  const starts = [...text.matchAll(/ *- +Effect: Allow/g)].map(({ index }) => index);
  const end = text.slice(0, starts[at + 1] ?? text.indexOf("Outputs"));
  return end
    .slice(starts[at])
    .trimEnd()
    .replace(/\s+# behind it$/, "");
}
