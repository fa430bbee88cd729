import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { authorizationIndex } from "../../src/data/opened-indexes.ts";
import type { Statement } from "../../src/iam/policy-document.ts";
import { judgeOf, meaningfulGrants } from "../../src/merge/grants.ts";
import { mergeStatements } from "../../src/merge/merge-statements.ts";
import type { FoundStatement, StatementEdits } from "../../src/merge/policy-file.ts";
import { statementUniter } from "../../src/synthesize/unite-statements.ts";

const uniter = statementUniter(authorizationIndex());
const REGION = { startLine: 7, startColumn: 1, endLine: 9, endColumn: 2 };
const found = (statement: Statement, isComputed = false): FoundStatement => ({ statement, isComputed, region: REGION });
const allow = (Action: string, Resource: string, more: Partial<Statement> = {}): Statement => ({
  Effect: "Allow",
  Action,
  Resource,
  ...more,
});

/** What a file does with the edits. */
function edited(statements: readonly Statement[], { replaced, removed, added }: StatementEdits): readonly Statement[] {
  const kept = statements.map((one, index) => replaced.get(index) ?? one).filter((_, index) => !removed.has(index));
  return [...kept, ...added];
}

const merged = (file: readonly Statement[], needed: readonly Statement[], prune = false): readonly Statement[] =>
  edited(file, mergeStatements({ statements: file.map((one) => found(one)) }, needed, { prune, ...uniter }).edits);

const GET = allow("s3:GetObject", "arn:aws:s3:::photos/cat.jpg");
const PUT = allow("s3:PutObject", "arn:aws:s3:::photos/cat.jpg");
const SEND = allow("sqs:SendMessage", "arn:aws:sqs:eu-west-1:111122223333:jobs");

describe("ownership", () => {
  test("what the team's statements allow is not said again", () => {
    expect(merged([allow("s3:Get*", "arn:aws:s3:::photos/*", { Sid: "Team" })], [GET])).toEqual([
      allow("s3:Get*", "arn:aws:s3:::photos/*", { Sid: "Team" }),
    ]);
  });

  test("a team's statement under a condition that the call does not meet allows nothing", () => {
    const team = allow("s3:GetObject", "*", { Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } });
    expect(merged([team], [GET])).toEqual([team, { Sid: "IamgenS3Read", ...GET }]);
  });

  test("our statement gives way where the team has come to allow all of it", () => {
    const team = allow("s3:*", "*");
    expect(merged([{ Sid: "IamgenS3Read", ...GET }, team], [GET])).toEqual([team]);
  });

  test("our statement in which the file computes a part stays as it is, and the new one takes another Sid", () => {
    const file = [found({ Sid: "IamgenS3Read", ...allow("s3:GetObject", "*") }, true)];
    const { edits, findings } = mergeStatements({ statements: file }, [GET], { prune: true, ...uniter });
    expect(edits).toEqual({ replaced: new Map(), removed: new Set(), added: [{ Sid: "IamgenS3Read2", ...GET }] });
    expect(findings.map(({ message }) => message)).toEqual([
      "statement `IamgenS3Read` is computed and may allow `s3:GetObject` already",
    ]);
  });
});

describe("union and pruning", () => {
  test("what other recordings showed stays", () => {
    expect(merged([{ Sid: "IamgenS3Write", ...PUT }], [GET])).toEqual([
      { Sid: "IamgenS3ReadWrite", Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"], Resource: GET.Resource },
    ]);
  });

  test("pruning takes away what the recordings do not show", () => {
    const file = [{ Sid: "IamgenS3Write", ...PUT }, allow("ec2:DescribeVpcs", "*"), { Sid: "IamgenSqsWrite", ...SEND }];
    expect(merged(file, [GET], true)).toEqual([{ Sid: "IamgenS3Read", ...GET }, allow("ec2:DescribeVpcs", "*")]);
  });

  test("a resource of ours that somebody has widened is not narrowed", () => {
    const file = [{ Sid: "IamgenS3Read", ...allow("s3:GetObject", "arn:aws:s3:::photos/*") }];
    expect(merged(file, [GET], true)).toEqual(file);
  });

  test("of several values of a condition key, those that are shown stay", () => {
    const under = (...values: string[]) => ({
      Condition: { StringEquals: { "s3:prefix": values.length > 1 ? values : (values[0] ?? "") } },
    });
    const list = (...values: string[]) => allow("s3:ListBucket", "arn:aws:s3:::photos", under(...values));
    expect(merged([{ Sid: "IamgenS3List", ...list("a", "b") }], [list("b")], true)).toEqual([
      { Sid: "IamgenS3List", ...list("b") },
    ]);
  });
});

describe("findings", () => {
  test("a Deny that meets an observed call is told", () => {
    const deny: Statement = { Sid: "NoWrites", Effect: "Deny", Action: "s3:Put*", Resource: "*" };
    const { findings } = mergeStatements({ statements: [found(deny)] }, [PUT, GET], { prune: false, ...uniter });
    expect(findings).toEqual([
      {
        code: "denied-by-statement",
        message:
          "statement `NoWrites` denies `s3:PutObject` on `arn:aws:s3:::photos/cat.jpg`, which was called: no Allow can lift it",
      },
    ]);
  });

  test("a policy beyond the quota is told", () => {
    const needed = Array.from({ length: 200 }, (_, n) =>
      allow("s3:GetObject", `arn:aws:s3:::photos/${"x".repeat(20)}${n}`),
    );
    const { findings } = mergeStatements({ statements: [] }, needed, { prune: false, ...uniter });
    expect(findings.map(({ code }) => code)).toEqual(["policy-too-long"]);
  });
});

describe("properties", () => {
  const actions = [
    "s3:GetObject",
    "s3:PutObject",
    "s3:ListBucket",
    "sqs:SendMessage",
    "dynamodb:GetItem",
    "kms:Decrypt",
  ];
  const resources = [
    "*",
    "arn:aws:s3:::b/*",
    "arn:aws:s3:::b/1",
    "arn:aws:s3:::b",
    "arn:aws:sqs:eu-west-1:111122223333:q",
  ];
  const condition = fc.constantFrom(
    {},
    { Condition: { StringEquals: { "aws:RequestTag/a": "1" } } },
    {
      Condition: { StringEquals: { "aws:RequestTag/a": "2" } },
    },
  );
  const grant = fc
    .tuple(fc.constantFrom(...actions), fc.constantFrom(...resources), condition)
    .map(([action, resource, more]) => allow(action, resource, more));
  const shard = fc.array(grant, { maxLength: 12 });
  const team = fc.array(grant, { maxLength: 3 });

  test("the same again changes nothing", () => {
    fc.assert(
      fc.property(team, shard, fc.boolean(), (file, needed, prune) => {
        const once = merged(file, needed, prune);
        const { edits } = mergeStatements({ statements: once.map((one) => found(one)) }, needed, { prune, ...uniter });
        expect(edits).toEqual({ replaced: new Map(), removed: new Set(), added: [] });
      }),
    );
  });

  test("two shards one after the other are both at once", () => {
    fc.assert(
      fc.property(team, shard, shard, (file, one, other) => {
        expect(merged(merged(file, one), other)).toEqual(merged(file, [...one, ...other]));
      }),
    );
  });

  test("every observed call is allowed, and ours allow nothing with a meaning that neither was observed nor stood there", () => {
    fc.assert(
      fc.property(team, shard, (file, needed) => {
        const after = merged(file, needed);
        const whole = judgeOf(after.map((one) => found(one)));
        expect(needed.filter((one) => !whole.allows(one))).toEqual([]);
        const observed = judgeOf(needed.map((one) => found(one)));
        const named = after.filter(({ Sid }) => Sid !== undefined);
        const ours = named.flatMap((one) => meaningfulGrants(one, uniter.mayApply));
        expect(ours.filter((one) => !observed.allows(one))).toEqual([]);
      }),
    );
  });
});

describe("a file that spells policy variables with an ampersand", () => {
  const calls = [allow("s3:GetObject", "arn:aws:s3:::b/&{y}"), allow("s3:GetObject", "arn:aws:s3:::b/1")];
  const into = (file: readonly Statement[], needed = calls) =>
    mergeStatements({ statements: file.map((one) => found(one)), ampersandVariables: true }, needed, {
      prune: false,
      ...uniter,
    });

  test("is given a wildcard for what would begin a variable, in its place, and says so", () => {
    const { ours, findings } = into([]);
    expect(ours.map(({ Resource }) => Resource)).toEqual([["arn:aws:s3:::b/1", "arn:aws:s3:::b/?{y}"]]);
    expect(findings).toMatchObject([
      { code: "unsayable-name", message: expect.stringContaining("`arn:aws:s3:::b/?{y}`") },
    ]);
    expect(into(ours).edits).toEqual({ replaced: new Map(), removed: new Set(), added: [] });
  });

  test("has nothing to say of what the team allows", () => {
    expect(into([allow("s3:*", "*")]).findings).toEqual([]);
  });
});

test("statements that list pairs without a meaning are read as what they mean, and grow as if all had come at once", () => {
  const list = allow("s3:ListBucket", "arn:aws:s3:::photos");
  const other = allow("s3:GetObject", "arn:aws:s3:::films/a");
  const first = merged([], [GET, list]);
  expect(first).toHaveLength(1);
  expect(merged(first, [other])).toEqual(merged([], [GET, list, other]));
  expect(merged(merged([], [other]), [list, GET])).toEqual(merged([], [GET, list, other]));
});
