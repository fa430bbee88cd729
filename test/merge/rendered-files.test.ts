/** What iamgen renders, iamgen merges into: every format that both know is read back as the documents it came from. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { authorizationIndex } from "../../src/data/opened-indexes.ts";
import { sayableStatement } from "../../src/iam/ampersand-variables.ts";
import type { PolicyDocument, Statement } from "../../src/iam/policy-document.ts";
import { valuesOf } from "../../src/iam/statement.ts";
import { grantsOf, judgeOf } from "../../src/merge/grants.ts";
import { mergeStatements } from "../../src/merge/merge-statements.ts";
import type { FoundPolicy, Home } from "../../src/merge/policy-file.ts";
import { settledText } from "../../src/merge/settled-text.ts";
import { hasAmpersandVariables } from "../../src/render/formats.ts";
import { rendererFor } from "../../src/render/index.ts";
import { homeOf } from "../../src/render/policy-template.ts";
import type { RenderSettings } from "../../src/render/renderer.ts";
import { statementUniter } from "../../src/synthesize/unite-statements.ts";
import { identityPolicy } from "../support/identity-policy.ts";
import { cases, PATIENCE } from "../support/long-run.ts";
import { readerFor } from "../support/policy-reader.ts";
import { needed, team } from "../support/random-policy-file/statements.ts";

const FORMATS = [
  ...["json", "yaml", "vault", "terraform", "cloudformation", "cloudformation-json", "sam", "serverless"],
  ...["cdk-typescript", "cdk-python", "pulumi-typescript"],
];

/** Written as rendering writes it; quotes of YAML, and `&{` for `$${` in Terraform, mean the same. */
const EXACT = new Set(["json", "vault", "cdk-typescript", "cdk-python", "pulumi-typescript"]);

/** As it is synthesized for a format that cannot say all names. */
const said = (format: string, calls: readonly Statement[]): readonly Statement[] =>
  hasAmpersandVariables(format) ? calls.map(sayableStatement) : calls;

const uniter = statementUniter(authorizationIndex());

const WORKER = { ids: ["k1"], account: "111122223333", arn: "arn:aws:iam::111122223333:role/worker" };
const LITERAL: RenderSettings = { literal: true, attachAs: "managed-policy" };

function rendered(format: string, document: PolicyDocument, settings = LITERAL): { text: string; name: string } {
  const [file] =
    rendererFor(format)?.render({ policies: [identityPolicy(WORKER, document)], findings: [] }, settings) ?? [];
  if (file === undefined) throw new Error(`${format} renders nothing`);
  // A piece of a SAM template, as people put it into theirs.
  const isPiece = format === "sam";
  const head = "Resources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n";
  const text = isPiece ? head + file.text.replace(/^(?=.)/gm, "      ") : file.text;
  return { text, name: `policy.${file.extension}` };
}

const document = (statements: readonly Statement[]): PolicyDocument => ({
  Version: "2012-10-17",
  Statement: statements,
});

async function policyOf({ text, name }: { text: string; name: string }): Promise<FoundPolicy> {
  const [policy, more] = (await readerFor(name)(text, name)).policies;
  if (policy === undefined || more !== undefined) throw new Error(text);
  return policy;
}

/** As `iamgen merge` does it. */
async function merged({ text, name }: { text: string; name: string }, calls: readonly Statement[], home: Home) {
  const again = async (last: string): Promise<string> => {
    const file = await readerFor(name)(last, name);
    const policy = await policyOf({ text: last, name });
    const { edits } = mergeStatements(policy, calls, { prune: false, ...uniter });
    return file.withEdits(policy.address, { ...edits, home });
  };
  return settledText(text, again);
}

const lists = (statements: readonly Statement[]) =>
  statements.map(({ Action, NotAction, Resource, Condition, ...rest }) => ({
    ...rest,
    Action: valuesOf(Action),
    NotAction: valuesOf(NotAction),
    Resource: valuesOf(Resource),
    Condition: Object.entries(Condition ?? {}).map(([operator, keys]) => [
      operator,
      Object.entries(keys).map(([key, values]) => [key, valuesOf(values)]),
    ]),
  }));

describe.each(FORMATS)("%s", { timeout: PATIENCE }, (format) => {
  test("is read back as the documents that it came from", () =>
    fc.assert(
      fc.asyncProperty(team, async (statements) => {
        if (statements.length === 0) return;
        const policy = await policyOf(rendered(format, document(statements)));
        expect(lists(policy.statements.map(({ statement }) => statement))).toEqual(lists(statements));
      }),
      cases(20),
    ));

  test("the same calls change nothing, whether it is literal or names places by reference", () =>
    fc.assert(
      fc.asyncProperty(needed, fc.boolean(), async (calls, literal) => {
        const ours = document(uniter.unite(said(format, calls)));
        if (ours.Statement.length === 0) return;
        const file = rendered(format, ours, { ...LITERAL, literal });
        const once = await merged(file, calls, homeOf(identityPolicy(WORKER, ours)));
        if (literal) expect(once).toBe(file.text);
        // Patterns may sort and join otherwise than the ARNs that they stand for; they mean the same.
        const [was, is] = [await policyOf(file), await policyOf({ ...file, text: once })];
        const missing = (one: FoundPolicy, other: FoundPolicy) =>
          one.statements
            .flatMap(({ statement }) => grantsOf(statement))
            .filter((grant) => !judgeOf(other.statements).allows(grant));
        expect([missing(was, is), missing(is, was)]).toEqual([[], []]);
      }),
      cases(20),
    ));

  test("more calls are written as it is written", () =>
    fc.assert(
      fc.asyncProperty(needed, needed, fc.boolean(), async (calls, more, literal) => {
        const ours = document(uniter.unite(said(format, calls)));
        if (ours.Statement.length === 0) return;
        const file = rendered(format, ours, { ...LITERAL, literal });
        const text = await merged(file, more, homeOf(identityPolicy(WORKER, ours)));
        const { allows } = judgeOf((await policyOf({ ...file, text })).statements);
        expect([...calls, ...more].flatMap(grantsOf).filter((one) => !allows(one))).toEqual([]);
        if (literal && EXACT.has(format))
          expect(text).toBe(rendered(format, document(uniter.unite([...calls, ...more]))).text);
      }),
      cases(20),
    ));
});
