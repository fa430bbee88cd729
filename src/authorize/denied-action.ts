/**
 * The action that a denial names: AWS itself says what it checked. It is needed even where no table or rule knows of it.
 * Whether a grant helps is another question: an explicit deny or a policy of another kind may stand in the way.
 */
import { covers, parsePattern } from "../iam/wildcard.ts";
import type { CallQuestion } from "./call-question.ts";
import { permissionsOn } from "./permission.ts";
import { asGiven, type ResolvedResource } from "./policy-text.ts";
import type { RequiredPermission } from "./required-permission.ts";

const NAMELESS: ResolvedResource = {
  arn: "*",
  widened: { reason: "denial-names-no-resource", detail: "the denial names the action only" },
};

/** Nothing where `known` holds the action on that resource already. */
export function deniedPermissions(
  { view, authorization }: CallQuestion,
  known: readonly RequiredPermission[],
): readonly RequiredPermission[] {
  const denial = view.call.outcome.denial;
  if (denial === undefined) return [];
  const resource = denial.resource === undefined ? NAMELESS : resourceOf(denial.resource);
  const sameAction = known.filter(({ action }) => action.toLowerCase() === denial.action.toLowerCase());
  const isKnown =
    denial.resource === undefined
      ? sameAction.length > 0
      : sameAction.some(({ resources }) => resources.some((known) => grants(known, resource.arn)));
  if (isKnown) return [];
  const because = "AWS refused the call for want of this action";
  return permissionsOn(
    { action: denial.action, because, origin: "dependent", verified: true },
    [resource],
    authorization,
  );
}

/** AWS puts `*` where the resource does not exist yet, so a star is no part of a name here. */
function resourceOf(arn: string): ResolvedResource {
  if (!arn.includes("*")) return asGiven(arn);
  const exact = arn.split("*").map((part) => asGiven(part).arn);
  return { arn: exact.join("*"), widened: { reason: "denial-names-pattern", detail: "the denial names a pattern" } };
}

const grants = (known: string, resource: string): boolean =>
  known === resource || known === "*" || covers(parsePattern(known), parsePattern(resource));
