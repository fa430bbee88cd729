/** Which of a record's rules hold for a call: its own, or those of a variant. */
import {
  type AuthorizedAction,
  actionNames,
  type OperationRules,
  type RuleSet,
  type RuleVariant,
  type ServiceRules,
} from "../services/define-service.ts";
import type { CallView } from "./call-view.ts";
import { holds } from "./evaluate-condition.ts";

const inherited = new WeakMap<RuleVariant, RuleSet>();

/** The first variant whose condition holds, else the record itself. */
export function chooseRules(rules: ServiceRules | undefined, view: CallView): RuleSet | undefined {
  const variant = rules?.variants?.find(({ when }) => holds(when, view));
  if (rules === undefined || variant === undefined) return rules;
  const known = inherited.get(variant) ?? withInherited(variant, rules);
  inherited.set(variant, known);
  return known;
}

function withInherited(variant: RuleVariant, rules: ServiceRules): RuleSet {
  const { insteadOf, servicePrefix } = variant;
  if (insteadOf === undefined || servicePrefix === undefined) return variant;
  const renamed = renameActions(rules.operations ?? {}, (action) =>
    action.startsWith(`${insteadOf}:`) ? `${servicePrefix}${action.slice(insteadOf.length)}` : action,
  );
  return { ...variant, operations: { ...renamed, ...variant.operations } };
}

function renameActions(operations: OperationRules, rename: (action: string) => string): OperationRules {
  const renamed = (authorized: AuthorizedAction): AuthorizedAction => {
    const names = actionNames(authorized);
    return names.length === 0 ? authorized : { ...authorized, action: names.map(rename) };
  };
  return Object.fromEntries(
    Object.entries(operations).map(([operation, rule]) => [
      operation,
      { ...rule, authorizedActions: rule.authorizedActions.map(renamed) },
    ]),
  );
}
