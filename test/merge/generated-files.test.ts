/** What holds of merging whatever the file looks like: files at random in every syntax, from `support/random-policy-file`. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { authorizationIndex } from "../../src/data/opened-indexes.ts";
import type { Statement } from "../../src/iam/policy-document.ts";
import { checkPolicy } from "../../src/merge/check-policy.ts";
import { judgeOf } from "../../src/merge/grants.ts";
import { mergeStatements } from "../../src/merge/merge-statements.ts";
import { isOurSid } from "../../src/merge/our-sid.ts";
import type { FoundPolicy, PolicyFile, Region } from "../../src/merge/policy-file.ts";
import { settledText } from "../../src/merge/settled-text.ts";
import { statementUniter } from "../../src/synthesize/unite-statements.ts";
import { checkTables } from "../support/check-tables.ts";
import { cases, PATIENCE } from "../support/long-run.ts";
import { readerFor } from "../support/policy-reader.ts";
import { jsonFile } from "../support/random-policy-file/json.ts";
import { type Layout, layout } from "../support/random-policy-file/layout.ts";
import { needed, team } from "../support/random-policy-file/statements.ts";
import { terraformFile } from "../support/random-policy-file/terraform.ts";
import { yamlFile } from "../support/random-policy-file/yaml.ts";

const uniter = statementUniter(authorizationIndex());

const FORMATS: readonly { name: string; write: (statements: readonly Statement[], layout: Layout) => string }[] = [
  { name: "policy.json", write: jsonFile },
  { name: "template.yaml", write: yamlFile },
  { name: "main.tf", write: terraformFile },
];

describe.each(FORMATS)("$name", { timeout: PATIENCE }, ({ name, write }) => {
  const file = fc.tuple(team, layout).map(([statements, asLaidOut]) => write(statements, asLaidOut));
  const read = async (text: string): Promise<{ file: PolicyFile; policy: FoundPolicy }> => {
    const found = await readerFor(name)(text, name);
    const [policy, more] = found.policies;
    if (policy === undefined || more !== undefined) throw new Error(`${found.policies.length} policies:\n${text}`);
    return { file: found, policy };
  };
  /** As `iamgen merge` does it. */
  const merged = (text: string, calls: readonly Statement[], prune = false): Promise<string> =>
    settledText(text, async (last) => {
      const { file, policy } = await read(last);
      return file.withEdits(policy.address, mergeStatements(policy, calls, { prune, ...uniter }).edits);
    });

  test("the same merge again changes nothing", () =>
    fc.assert(
      fc.asyncProperty(file, needed, fc.boolean(), async (text, calls, prune) => {
        const once = await merged(text, calls, prune);
        expect(await merged(once, calls, prune)).toBe(once);
      }),
      cases(25),
    ));

  test("shards one after the other are all at once, byte for byte", () =>
    fc.assert(
      fc.asyncProperty(file, needed, needed, async (text, one, other) => {
        const together = await merged(text, [...one, ...other]);
        expect(await merged(await merged(text, one), other)).toBe(together);
        expect(await merged(await merged(text, other), one)).toBe(together);
      }),
      cases(25),
    ));

  test("all calls are allowed afterwards unless a Deny of the team meets them, and a check finds nothing missing", () =>
    fc.assert(
      fc.asyncProperty(file, needed, async (text, calls) => {
        const { policy } = await read(await merged(text, calls));
        const { allows, denies } = judgeOf(policy.statements);
        const open = calls.filter((one) => !denies(one));
        expect(open.filter((one) => !allows(one))).toEqual([]);
        expect(checkPolicy(policy, open, { tables: checkTables(authorizationIndex()) }).missing).toEqual([]);
      }),
      cases(25),
    ));

  test("the team's statements keep their bytes, and so does all that is outside the policy", () =>
    fc.assert(
      fc.asyncProperty(file, needed, async (text, calls) => {
        const after = await merged(text, calls);
        const [was, is] = [(await read(text)).policy, (await read(after)).policy];
        const shown = ({ statements }: FoundPolicy, whole: string) =>
          statements
            .filter(({ statement }) => !isOurSid(statement.Sid))
            .map(({ statement, region }) => [statement, sliceOf(whole, region)]);
        expect(shown(is, after)).toEqual(shown(was, text));
        const outside = ({ region }: FoundPolicy, whole: string) => {
          const inside = sliceOf(whole, region);
          const at = whole.indexOf(inside);
          const [, ...below] = whole.slice(at + inside.length).split("\n");
          // Behind the key of an empty list a blank gives way to a line end.
          return [whole.slice(0, at).trimEnd(), below];
        };
        expect(outside(is, after)).toEqual(outside(was, text));
      }),
      cases(25),
    ));

  test("pruned of everything, the file has its own bytes again", () =>
    fc.assert(
      fc.asyncProperty(file, needed, async (text, calls) => {
        if ((await read(text)).policy.statements.length < 2) return;
        expect(await merged(await merged(text, calls), [], true)).toBe(text);
      }),
      cases(25),
    ));

  test("pruning with the same calls removes nothing, and with fewer only ours shrink", () =>
    fc.assert(
      fc.asyncProperty(file, needed, needed, async (text, kept, gone) => {
        const all = await merged(text, [...kept, ...gone]);
        expect(await merged(all, [...kept, ...gone], true)).toBe(all);
        const pruned = await merged(all, kept, true);
        const [before, after] = [(await read(all)).policy.statements, (await read(pruned)).policy.statements];
        const teamIn = (found: typeof before) =>
          found.map(({ statement }) => statement).filter(({ Sid }) => !isOurSid(Sid));
        expect(teamIn(after)).toEqual(teamIn(before));
        const { allows } = judgeOf(after);
        expect(kept.filter((one) => !allows(one))).toEqual([]);
        expect(await merged(pruned, kept, true)).toBe(pruned);
      }),
      cases(25),
    ));
});

function sliceOf(text: string, { startLine, startColumn, endLine, endColumn }: Region): string {
  const lines = text.split("\n").slice(startLine - 1, endLine);
  const last = lines.length - 1;
  return lines
    .map((line, at) => line.slice(at === 0 ? startColumn - 1 : 0, at === last ? endColumn - 1 : undefined))
    .join("\n");
}
