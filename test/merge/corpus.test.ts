/** Files as people write them, before a merge and after: the case's folder names what is special about it. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { authorizationIndex } from "../../src/data/opened-indexes.ts";
import type { Statement } from "../../src/iam/policy-document.ts";
import { judgeOf } from "../../src/merge/grants.ts";
import { mergeStatements } from "../../src/merge/merge-statements.ts";
import { statementUniter } from "../../src/synthesize/unite-statements.ts";
import { readerFor } from "../support/policy-reader.ts";

const CORPUS = join(import.meta.dirname, "../fixtures/iac");

const NEEDED: readonly Statement[] = [
  { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::photos/cat.jpg" },
  { Effect: "Allow", Action: "s3:PutObject", Resource: "arn:aws:s3:::photos/cat.jpg" },
  {
    Effect: "Allow",
    Action: "sqs:SendMessage",
    Resource: "arn:aws:sqs:eu-west-1:111122223333:jobs",
    Condition: { StringEquals: { "aws:username": "${" + "$}" + "dollar" } },
  },
];

const settings = { prune: false, ...statementUniter(authorizationIndex()) };

/** Into the policy of the file that can be edited; there is one. */
async function merge(text: string, fileName: string, needed = NEEDED): Promise<string> {
  const file = await readerFor(fileName)(text, fileName);
  const policy = file.policies.find(({ notEditable }) => notEditable === undefined);
  if (policy === undefined) throw new Error(`no policy in ${fileName}`);
  return file.withEdits(policy.address, mergeStatements(policy, needed, settings).edits);
}

const cases = readdirSync(CORPUS).flatMap((tool) =>
  readdirSync(join(CORPUS, tool)).map((name) => {
    const directory = join(CORPUS, tool, name);
    const before = readdirSync(directory).find((file) => file.startsWith("before.")) ?? "";
    return {
      name: `${tool}/${name}`,
      before: join(directory, before),
      after: join(directory, before.replace("before", "after")),
    };
  }),
);

describe.each(cases)("$name", ({ before, after }) => {
  const text = readFileSync(before, "utf8");

  test("becomes what its author would write", async () => {
    const merged = await merge(text, before);
    if (process.env["UPDATE_CORPUS"] === "1") writeFileSync(after, merged);
    expect(merged).toBe(readFileSync(after, "utf8"));
  });

  test("is not changed by the same merge again", async () => {
    const merged = readFileSync(after, "utf8");
    expect(await merge(merged, after)).toBe(merged);
  });

  test("is the same after shards merged one after the other, in any order", async () => {
    const oneByOne = async (needed: readonly Statement[]): Promise<string> => {
      let merged = text;
      for (const one of needed) merged = await merge(merged, before, [one]);
      return merged;
    };
    const expected = readFileSync(after, "utf8");
    expect(await oneByOne(NEEDED)).toBe(expected);
    expect(await oneByOne(NEEDED.toReversed())).toBe(expected);
  });

  test("allows all calls afterwards, and keeps the team's statements", async () => {
    const [was, is] = [
      await readerFor(before)(text, before),
      await readerFor(after)(readFileSync(after, "utf8"), after),
    ];
    const found = is.policies.flatMap(({ statements }) => statements);
    expect(NEEDED.filter((one) => !judgeOf(found).allows(one))).toEqual([]);
    const team = (file: typeof was) =>
      file.policies
        .flatMap(({ statements }) => statements.map(({ statement }) => statement))
        .filter(({ Sid }) => Sid?.startsWith("Iamgen") !== true);
    expect(team(is)).toEqual(team(was));
  });
});
