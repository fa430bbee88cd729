/** Observed resources and conditions as the output can say them, where its spelling of policy variables leaves some out. */
import { sayableConditions, sayablePattern } from "../iam/ampersand-variables.ts";
import { conditionKey } from "./condition-block.ts";
import { FINDING_KINDS, UNSAYABLE } from "./finding-codes.ts";
import type { ObservedPermission } from "./observed-permission.ts";
import { groupBy, sortedNumbers } from "./order.ts";
import type { Finding } from "./policy-set.ts";

const WIDENED = {
  reason: UNSAYABLE,
  detail: "Terraform's policy documents take every `&{` for a variable, so that `?` stands for the `&`",
};

export interface Sayable {
  readonly observed: readonly ObservedPermission[];
  /** One for each condition that is wider now; of resources the widening tells. */
  readonly findings: readonly Finding[];
}

/** The same where all can be said. */
export function sayablePermissions(observed: readonly ObservedPermission[]): Sayable {
  const said = observed.map((one) => {
    const resources = one.permission.resources.map(sayablePattern);
    const conditions = sayableConditions(one.permission.conditions);
    const isWider = resources.some((resource, index) => resource !== one.permission.resources[index]);
    if (!isWider && conditions === one.permission.conditions) return one;
    const widened = one.permission.widened ?? (isWider ? WIDENED : undefined);
    return { ...one, permission: { ...one.permission, resources, conditions, ...(widened && { widened }) } };
  });
  const changed = said.filter(({ permission }, at) => permission.conditions !== observed[at]?.permission.conditions);
  return { observed: said, findings: conditionFindings(changed) };
}

function conditionFindings(changed: readonly ObservedPermission[]): Finding[] {
  const alike = groupBy(changed, ({ permission }) => `${permission.action}\n${conditionKey(permission.conditions)}`);
  return [...alike].sort().map(([key, same]) => ({
    code: "name-unsayable",
    severity: FINDING_KINDS["name-unsayable"].severity,
    message: `the condition ${key.split("\n")[1]} of \`${key.split("\n")[0]}\` is wider than the calls needed: ${WIDENED.detail}`,
    calls: sortedNumbers(same.map(({ call }) => call)),
  }));
}
