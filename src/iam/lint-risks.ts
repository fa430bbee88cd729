/** What a policy opens: the risks of `services/` held against what its statements allow, whoever wrote them. */
import { type LintContext, type LintedPolicy, type LintFinding, lintFinding } from "./lint-finding.ts";
import { allowedGrants, type FoundRisk, type Grant, risksIn } from "./policy-risk.ts";

interface PlacedGrant extends Grant {
  readonly statement: number;
}

/** Each risk once, at the first statement that takes part in it. Statements that the file computes are left out. */
export function lintRisks({ statements }: LintedPolicy, { risks }: LintContext): LintFinding[] {
  const grants = statements.flatMap(({ statement, isComputed }, index): PlacedGrant[] =>
    isComputed ? [] : allowedGrants([statement]).map((grant) => ({ ...grant, statement: index })),
  );
  return alikeRisks(risksIn(grants, risks)).flatMap((alike) => {
    const [first] = alike;
    const grant = first?.grants[0];
    if (first === undefined || grant === undefined) return [];
    const place = { statement: grant.statement, value: grant.action };
    return [lintFinding(first.risk.kind, { ...place, message: riskText(alike), hint: `see ${first.risk.see}` })];
  });
}

/** Risks of one kind that the same grants make are one finding. */
export function alikeRisks<Of extends Grant>(found: readonly FoundRisk<Of>[]): readonly (readonly FoundRisk<Of>[])[] {
  const groups = new Map<string, FoundRisk<Of>[]>();
  for (const one of found) {
    const key = [one.risk.kind, ...new Set(one.grants.map(({ action }) => action))].join("\n");
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/** One line: the actions, and what they let one do. */
export function riskText(alike: readonly FoundRisk<Grant>[]): string {
  const actions = [...new Set(alike.flatMap(({ grants }) => grants.map(({ action }) => `\`${action}\``)))];
  const list = actions.length > 4 ? [...actions.slice(0, 4), `${actions.length - 4} more`] : actions;
  const verb = list.length === 1 ? "lets" : "let";
  return `${list.join(" and ")} ${verb} one ${alike.map(({ risk }) => risk.because).join("; ")}`;
}
