/** Which elements of a policy some trial cannot do without: the trial is allowed by one statement only, and by that element. */
import type { StatementMatch } from "../iam/evaluate.ts";
import { compileCondition } from "../iam/evaluate-condition.ts";
import type { PolicyDocument, Statement } from "../iam/policy-document.ts";
import { valuesOf } from "../iam/statement.ts";
import type { Trial } from "./proof.ts";

/** Names of elements: `document statement Action index`, `… Resource index`, `… operator key value`. */
export function neededElements(documents: readonly PolicyDocument[], trials: readonly Trial[]): ReadonlySet<string> {
  const needed = new Set<string>();
  for (const { context, allowedBy } of trials) {
    const [match, ...others] = allowedBy;
    if (match === undefined || others.length > 0) continue;
    const where = `${match.document} ${match.statement}`;
    for (const entry of soleEntries(match)) needed.add(`${where} ${entry}`);
    const statement = documents[match.document]?.Statement[match.statement];
    if (statement?.Condition === undefined) continue;
    for (const { name, without } of alternatives(statement.Condition)) {
      if (!needed.has(`${where} ${name}`) && !without(context)) needed.add(`${where} ${name}`);
    }
  }
  return needed;
}

/** Names of the entries by which alone the statement matches. */
export function soleEntries({ actions, resources }: StatementMatch): string[] {
  return [
    ...(actions.length === 1 ? [`Action ${actions[0]}`] : []),
    ...(resources.length === 1 ? [`Resource ${resources[0]}`] : []),
  ];
}

type Condition = NonNullable<Statement["Condition"]>;
interface Alternative {
  readonly name: string;
  /** The condition with this one value taken away. */
  readonly without: ReturnType<typeof compileCondition>;
}

const compiled = new WeakMap<Condition, readonly Alternative[]>();

/** Every value of the keys that have several. */
export function alternatives(condition: Condition): readonly Alternative[] {
  const known = compiled.get(condition);
  if (known !== undefined) return known;
  const found = Object.entries(condition).flatMap(([operator, keys]) =>
    Object.entries(keys).flatMap(([key, element]) => {
      const values = valuesOf(element);
      if (values.length < 2) return [];
      return values.map((value): Alternative => {
        const others = { ...keys, [key]: values.filter((other) => other !== value) };
        return { name: `${operator} ${key} ${value}`, without: compileCondition({ ...condition, [operator]: others }) };
      });
    }),
  );
  compiled.set(condition, found);
  return found;
}
