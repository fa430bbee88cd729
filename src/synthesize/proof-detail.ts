/** The proof element by element: which calls cannot do without it, and where it stands for more than they asked for. */
import type { PolicyDocument, Statement } from "../iam/policy-document.ts";
import { alternatives, soleEntries } from "./needed-elements.ts";
import { sortedNumbers } from "./order.ts";
import type { ProvedElement } from "./policy-set.ts";
import { elementsOf, type Trial } from "./proof.ts";

/** In the order of the documents: every action and resource, and every value of a condition key that has several. */
export function proofDetail(documents: readonly PolicyDocument[], trials: readonly Trial[]): readonly ProvedElement[] {
  const uses = usesOf(documents, trials);
  return documents.flatMap(({ Statement }, document) =>
    Statement.flatMap((statement, position) =>
      elementsOf(statement).map((element): ProvedElement => {
        const use = uses.get(`${document} ${position} ${element.path}`);
        const generalises = [...(use?.reasons ?? [])].sort();
        return {
          document,
          statement: position,
          ...(statement.Sid === undefined ? {} : { sid: statement.Sid }),
          element: element.path.replace(/^(Action|Resource) \d+$/, "$1").replace(/^(\S+ \S+) .*$/s, "Condition $1"),
          value: element.value,
          calls: sortedNumbers(use?.calls ?? []),
          ...(generalises.length === 0 ? {} : { generalises }),
        };
      }),
    ),
  );
}

interface Use {
  readonly calls: Set<number>;
  readonly reasons: Set<string>;
}

function usesOf(documents: readonly PolicyDocument[], trials: readonly Trial[]): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>();
  for (const trial of trials) {
    for (const name of elementsNeededBy(documents, trial)) {
      const use = uses.get(name) ?? { calls: new Set(), reasons: new Set() };
      uses.set(name, use);
      for (const call of trial.requirement.calls) use.calls.add(call);
      if (!/^\d+ \d+ Resource /.test(name)) continue;
      for (const { widening } of trial.requirement.widenings) use.reasons.add(`${widening.reason}: ${widening.detail}`);
    }
  }
  return uses;
}

function elementsNeededBy(documents: readonly PolicyDocument[], { context, allowedBy }: Trial): string[] {
  const [match, ...others] = allowedBy;
  if (match === undefined || others.length > 0) return [];
  const where = `${match.document} ${match.statement}`;
  const condition = conditionOf(documents[match.document]?.Statement[match.statement]);
  const values = alternatives(condition).filter(({ without }) => !without(context));
  return [...soleEntries(match), ...values.map(({ name }) => name)].map((name) => `${where} ${name}`);
}

const NO_CONDITION = {};

const conditionOf = (statement: Statement | undefined): NonNullable<Statement["Condition"]> =>
  statement?.Condition ?? NO_CONDITION;
