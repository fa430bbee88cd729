/**
 * `--widen`: a policy over its quota shortened by wildcards until one document holds it, each step only as far as needed:
 * resources of the same actions, then actions of the same verb, then resources whatever their actions. All is told.
 */
import type { AuthorizationIndex } from "../data/authorization-index.ts";
import { FINDING_KINDS } from "./finding-codes.ts";
import { compareText, groupBy, sortedNumbers, sortedTexts } from "./order.ts";
import type { Finding } from "./policy-set.ts";
import type { Requirement } from "./requirement.ts";
import { type ActionWidening, actionWidenings, widenActions } from "./widen-actions.ts";
import { byActions, type Grouping, resourceWidening } from "./widen-resources.ts";

export interface WidenOptions {
  /** One document within the quota holds what grants these. */
  readonly fits: (needed: readonly Requirement[]) => boolean;
  readonly authorization: AuthorizationIndex;
}

export interface Widened {
  /** Together they grant all that was needed, and more. */
  readonly needed: readonly Requirement[];
  /** One a wildcard, with what it adds. */
  readonly findings: readonly Finding[];
}

/** Unchanged where it fits; else as narrow as fits, or as wide as can be where nothing fits. */
export function widenToFit(needed: readonly Requirement[], options: WidenOptions): Widened {
  if (options.fits(needed)) return { needed, findings: [] };
  const fits: WidenOptions["fits"] = (requirements) => options.fits(distinct(requirements));
  let widened = widenResources(needed, byActions(needed), fits);
  const used: ActionWidening[] = [];
  for (const candidate of fits(widened) ? [] : actionWidenings(widened, options.authorization)) {
    if (fits(widened)) break;
    const next = widenActions(widened, candidate);
    if (next.some((one, index) => one.action !== widened[index]?.action)) used.push(candidate);
    widened = next;
  }
  if (!fits(widened)) widened = widenResources(widened, ({ conditionKey }) => conditionKey, fits);
  return {
    needed: distinct(widened),
    findings: [...resourceFindings(needed, widened), ...actionFindings(widened, used)],
  };
}

/** The longest beginnings with which it fits, by halving; with the shortest where none does. */
function widenResources(
  needed: readonly Requirement[],
  groupOf: Grouping,
  fits: WidenOptions["fits"],
): readonly Requirement[] {
  const { floors, widen } = resourceWidening(needed, groupOf);
  if (floors.length === 0) return needed;
  let [low, high] = [0, floors.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (fits(widen(floors[middle] ?? 0))) high = middle;
    else low = middle + 1;
  }
  return widen(floors[low] ?? 0);
}

const keyOf = ({ action, resource, conditionKey }: Requirement): string => [action, resource, conditionKey].join("\n");

/** Sorted as requirements are; equal ones become one, with the calls of all. */
function distinct(requirements: readonly Requirement[]): readonly Requirement[] {
  return [...groupBy(requirements, keyOf)]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, same]) => {
      const [first] = same;
      return first === undefined ? [] : [{ ...first, calls: sortedNumbers(same.flatMap(({ calls }) => calls)) }];
    });
}

const code = "widened-to-fit";
const { severity } = FINDING_KINDS[code];

function resourceFindings(needed: readonly Requirement[], widened: readonly Requirement[]): Finding[] {
  const before = new Map<Requirement, string>(widened.map((one, index) => [one, needed[index]?.resource ?? ""]));
  const changed = widened.filter((one) => before.get(one) !== one.resource);
  return [...groupBy(changed, ({ resource }) => resource)]
    .sort(([a], [b]) => compareText(a, b))
    .map(([pattern, same]) => {
      const stood = sortedTexts(same.map((one) => before.get(one) ?? ""));
      const actions = sortedTexts(same.map(({ action }) => `\`${action}\``)).join(", ");
      const message = `\`${pattern}\` stands for ${stood.length} resources so that the policy fits: it adds ${actions} on every other one whose ARN begins so`;
      return { code, severity, message, calls: sortedNumbers(same.flatMap(({ calls }) => calls)) };
    });
}

function actionFindings(widened: readonly Requirement[], used: readonly ActionWidening[]): Finding[] {
  return used.map(({ pattern, adds }) => {
    const calls = sortedNumbers(widened.filter(({ action }) => action === pattern).flatMap((one) => one.calls));
    const more = adds.length === 0 ? "nothing that AWS lists" : adds.map((action) => `\`${action}\``).join(", ");
    return { code, severity, message: `\`${pattern}\` shortens the policy so that it fits: it adds ${more}`, calls };
  });
}
