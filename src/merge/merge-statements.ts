/**
 * What becomes of a policy's statements, whatever its syntax. Statements whose Sid begins with `Iamgen` are ours and kept
 * true; all others are the team's: they are never changed, and what they allow is not said a second time.
 */
import { sayableStatement } from "../iam/ampersand-variables.ts";
import type { Statement } from "../iam/policy-document.ts";
import { policySize, QUOTAS } from "../iam/quotas.ts";
import { valuesOf } from "../iam/statement.ts";
import { atMost, grantsOf, isGrantedWithin, judgeOf, type MayApply, meaningfulGrants, openKeys } from "./grants.ts";
import { isOurSid } from "./our-sid.ts";
import type { FoundPolicy, FoundStatement, StatementEdits } from "./policy-file.ts";

export interface MergeSettings {
  /** Take from ours what the observed calls do not need. */
  readonly prune: boolean;
  /** One canonical form of what statements grant, with Sids of ours: `synthesize/unite-statements.ts`. */
  readonly unite: (statements: readonly Statement[]) => readonly Statement[];
  /** By which statements were united that list pairs without a meaning. */
  readonly mayApply: MayApply;
}

export interface MergeFinding {
  /**
   * `denied-by-statement`: adding Allow statements cannot help; `computed-statement`: it may allow the same already;
   * `unsayable-name`: what is written is wider.
   */
  readonly code: "denied-by-statement" | "computed-statement" | "policy-too-long" | "unsayable-name";
  /** One line, lower case. */
  readonly message: string;
}

export interface StatementMerge {
  readonly edits: StatementEdits;
  /** Ours, as they stand afterwards. */
  readonly ours: readonly Statement[];
  readonly findings: readonly MergeFinding[];
}

/** A statement of ours in which the file computes a part is left as it is: it cannot be written again without loss. */
const isOurs = ({ statement, isComputed }: FoundStatement): boolean =>
  isOurSid(statement.Sid) &&
  statement.Effect === "Allow" &&
  !isComputed &&
  statement.NotAction === undefined &&
  statement.NotResource === undefined;

/** `observed`: one action on one resource each. The same again changes nothing; parts in sequence give what all give at once. */
export function mergeStatements(
  { statements, ampersandVariables }: Pick<FoundPolicy, "statements" | "ampersandVariables">,
  observed: readonly Statement[],
  { prune, unite, mayApply }: MergeSettings,
): StatementMerge {
  const needed = ampersandVariables ? observed.map(sayableStatement) : observed;
  const slots = [...statements.entries()].filter(([, found]) => isOurs(found)).map(([index]) => index);
  const before = slots.flatMap((index) => statements[index]?.statement ?? []);
  const others = statements.filter((found) => !isOurs(found));
  const judge = judgeOf(others);
  const present = before.flatMap((statement) => meaningfulGrants(statement, mayApply));
  const kept = prune ? present.filter((grant) => needed.some((one) => isGrantedWithin(grant, one))) : present;
  const wanted = [...kept, ...needed].filter((grant) => !judge.allows(grant));
  const ours = withFreeSids(unite(wanted), others);
  const findings = [...findingsOf({ needed, others, ours }), ...unsayable(observed, needed, judge)];
  return { edits: editsBetween(slots, statements, ours), ours, findings };
}

/** The n-th of ours takes the n-th place: then the text does not tell in how many steps it came to be. */
function editsBetween(
  slots: readonly number[],
  before: readonly FoundStatement[],
  after: readonly Statement[],
): StatementEdits {
  const replaced = new Map<number, Statement>();
  for (const [order, slot] of slots.entries()) {
    const [old, statement] = [before[slot], after[order]];
    const isKept =
      old !== undefined && old.isStale !== true && statement !== undefined && isSame(old.statement, statement);
    if (statement !== undefined && !isKept) replaced.set(slot, statement);
  }
  return { replaced, removed: new Set(slots.slice(after.length)), added: after.slice(slots.length) };
}

/** A value alone and a list of that value are the same to IAM, and a file may prefer either. */
function isSame(one: Statement, other: Statement): boolean {
  return canonical(one) === canonical(other);
}

function canonical(statement: Statement): string {
  const conditions = Object.entries(statement.Condition ?? {}).map(([operator, keys]) => [
    operator,
    Object.entries(keys).map(([key, values]) => [key, valuesOf(values)]),
  ]);
  return JSON.stringify([statement.Sid, valuesOf(statement.Action), valuesOf(statement.Resource), conditions]);
}

/** A statement of ours that somebody has edited keeps its Sid, so the new ones must go round it. */
function withFreeSids(statements: readonly Statement[], others: readonly FoundStatement[]): readonly Statement[] {
  const taken = new Set(others.flatMap(({ statement }) => statement.Sid ?? []));
  if (!statements.some(({ Sid }) => taken.has(Sid ?? ""))) return statements;
  const used = new Set([...taken, ...statements.flatMap(({ Sid }) => Sid ?? [])]);
  return statements.map((statement) => {
    const { Sid = "" } = statement;
    if (!taken.has(Sid)) return statement;
    let number = 2;
    while (used.has(`${Sid.replace(/\d+$/, "")}${number}`)) number += 1;
    const free = `${Sid.replace(/\d+$/, "")}${number}`;
    used.add(free);
    return { ...statement, Sid: free };
  });
}

interface Outcome {
  readonly needed: readonly Statement[];
  readonly others: readonly FoundStatement[];
  readonly ours: readonly Statement[];
}

function findingsOf({ needed, others, ours }: Outcome): readonly MergeFinding[] {
  const [denies, computed] = [
    others.filter(({ statement }) => statement.Effect === "Deny"),
    others.filter(({ statement, isComputed }) => isComputed && statement.Effect === "Allow"),
  ];
  const whole = { Version: "2012-10-17", Statement: [...others.map(({ statement }) => statement), ...ours] } as const;
  const size = policySize(whole);
  const most = QUOTAS["managed-policy"].characters;
  return [
    ...denies.flatMap((found) => deniedBy(found, needed)),
    ...computed.flatMap((found) => perhapsAllowedBy(found, ours.flatMap(grantsOf))),
    ...(size <= most
      ? []
      : [
          {
            code: "policy-too-long" as const,
            message: `the policy has ${size} characters; a managed policy may have ${most}`,
          },
        ]),
  ];
}

/** Of what the team's statements do not allow. */
function unsayable(
  observed: readonly Statement[],
  needed: readonly Statement[],
  { allows }: ReturnType<typeof judgeOf>,
): readonly MergeFinding[] {
  return needed
    .filter((statement, index) => statement !== observed[index] && !allows(statement))
    .map(({ Action, Resource }) => ({
      code: "unsayable-name",
      message: `Terraform takes \`&{\` for a variable: with \`?\` for the \`&\`, \`${valuesOf(Action).join(", ")}\` on \`${valuesOf(Resource).join(", ")}\` is wider than the calls needed`,
    }));
}

const nameOf = ({ statement, region }: FoundStatement): string =>
  statement.Sid === undefined ? `the statement in line ${region.startLine}` : `statement \`${statement.Sid}\``;

function deniedBy(found: FoundStatement, needed: readonly Statement[]): readonly MergeFinding[] {
  const { denies } = judgeOf([atMost(found)]);
  return needed.filter(denies).map((grant) => {
    const keys = openKeys(found.statement, grant).map((key) => `\`${key}\``);
    const may = found.isComputed || keys.length > 0 ? "may deny" : "denies";
    const by = keys.length === 0 ? "" : `, by ${keys.join(" and ")}`;
    const called = `\`${valuesOf(grant.Action).join(", ")}\` on \`${valuesOf(grant.Resource).join(", ")}\``;
    return {
      code: "denied-by-statement",
      message: `${nameOf(found)} ${may} ${called}${by}, which was called: no Allow can lift it`,
    };
  });
}

function perhapsAllowedBy(found: FoundStatement, grants: readonly Statement[]): readonly MergeFinding[] {
  const { allows } = judgeOf([atMost(found)]);
  const actions = [...new Set(grants.filter(allows).flatMap(({ Action }) => valuesOf(Action)))].sort();
  if (actions.length === 0) return [];
  return [
    {
      code: "computed-statement",
      message: `${nameOf(found)} is computed and may allow \`${actions.join("`, `")}\` already`,
    },
  ];
}
