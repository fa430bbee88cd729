/**
 * Statements taken apart into pairs and put together again: the form in which merging keeps what several recordings showed.
 * Each pair it grants was granted by a statement that came in or means nothing, and can be told from the others, so that
 * parts united one after the other, in any order, are the same statements as all united at once.
 */
import type { AuthorizationIndex } from "../data/authorization-index.ts";
import { parseAction } from "../iam/action.ts";
import type { ConditionBlock } from "../iam/condition.ts";
import type { Statement } from "../iam/policy-document.ts";
import { oneOrList, valuesOf } from "../iam/statement.ts";
import { uniteAlternatives } from "./alternative-values.ts";
import { type Applicability, applicabilityOf } from "./applicability.ts";
import { documentsOf } from "./documents.ts";
import { group, sortedBlocks } from "./group.ts";
import type { ObservedPermission } from "./observed-permission.ts";
import { groupBy } from "./order.ts";
import { type Requirement, requirementsOf, withoutCovered } from "./requirement.ts";

/** In doubt a pair means something: nothing is joined that would grant one more. */
const ALWAYS_APPLIES: Applicability = { mayApply: () => true, resourceClass: (_, resource) => resource };

export interface StatementUniter {
  /** Allow statements of Action and Resource, in one canonical form, with our Sids; what one grants, no other repeats. */
  unite(statements: readonly Statement[]): readonly Statement[];
  /**
   * False: the pair grants nothing, by AWS's tables. A united statement lists such pairs only beside others that do mean
   * something; those that came in by themselves stand in statements of their own.
   */
  mayApply(action: string, resource: string): boolean;
}

export function statementUniter(authorization: AuthorizationIndex): StatementUniter {
  const applicability = applicabilityOf(authorization);
  return {
    unite: (statements) => uniteStatements(statements, { authorization, applicability }),
    mayApply: (action, resource) => applicability.mayApply(action, resource),
  };
}

interface Tables {
  readonly authorization: AuthorizationIndex;
  readonly applicability: Applicability;
}

function uniteStatements(
  statements: readonly Statement[],
  { authorization, applicability }: Tables,
): readonly Statement[] {
  const needed = withoutCovered(requirementsOf(statements.flatMap(permissionsOf)));
  const blocks = [...groupBy(needed, ({ conditionKey }) => conditionKey).values()].flatMap((same) => {
    const conditions = same[0]?.conditions ?? {};
    const isKnown = ({ action, resource }: Requirement): boolean => applicability.mayApply(action, resource);
    return [
      ...group(same.filter(isKnown), conditions, applicability),
      ...group(
        same.filter((one) => !isKnown(one)),
        conditions,
        ALWAYS_APPLIES,
      ),
    ];
  });
  const united = sortedBlocks(uniteAlternatives(sortedBlocks(blocks)));
  const levelsOf = (action: string): readonly string[] => {
    const parsed = parseAction(action);
    const model = parsed && authorization.load(parsed.servicePrefix)?.actions.get(parsed.name.toLowerCase());
    return model?.accessLevel === undefined ? [] : [model.accessLevel];
  };
  const [document] = documentsOf(united, { characters: Number.POSITIVE_INFINITY, levelsOf, prune: (block) => block });
  return document?.Statement ?? [];
}

/** A requirement as the statement that grants it and nothing else. */
export function statementOf({ action, resource, conditions }: Requirement): Statement {
  const condition = Object.entries(conditions).map(([operator, keys]) => [
    operator,
    Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, oneOrList(values)])),
  ]);
  return {
    Effect: "Allow",
    Action: action,
    Resource: resource,
    ...(condition.length === 0 ? {} : { Condition: Object.fromEntries(condition) }),
  };
}

function permissionsOf({ Action, Resource, Condition }: Statement): ObservedPermission[] {
  const conditions: ConditionBlock = Object.fromEntries(
    Object.entries(Condition ?? {}).map(([operator, keys]) => [
      operator,
      Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, valuesOf(values)])),
    ]),
  );
  const shared = { conditions, origin: "direct", because: "a statement grants it", verified: true } as const;
  return valuesOf(Action).map((action) => ({
    permission: { action, resources: valuesOf(Resource), ...shared },
    call: 0,
    identity: "",
    outcome: "none",
  }));
}
