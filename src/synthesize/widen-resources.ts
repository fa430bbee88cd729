/**
 * Resources that begin alike as one pattern, the longest beginnings first: of all that would be short enough, the patterns
 * that add the fewest ARNs. Only `--widen` asks for it.
 */
import { compareText, groupBy, sortedTexts } from "./order.ts";
import type { Requirement } from "./requirement.ts";

/** Requirement -> what it belongs to; only resources of one group are united. */
export type Grouping = (requirement: Requirement) => string;

/** Two resources that stand side by side, and how many characters of the ARN's last field they share. */
interface Neighbours {
  readonly shared: number;
  readonly prefix: string;
}

export interface ResourceWidening {
  /** The values of `floor` that make a difference, longest first. */
  readonly floors: readonly number[];
  /** Resources of a group that share at least `floor` characters get their pattern; the order stays. */
  readonly widen: (floor: number) => readonly Requirement[];
}

export function resourceWidening(needed: readonly Requirement[], groupOf: Grouping): ResourceWidening {
  const groups = [...groupBy(needed, groupOf)].map(([key, same]) => {
    const resources = sortedTexts(same.map(({ resource }) => resource));
    const neighbours = resources.slice(1).map((resource, index) => neighboursOf(resources[index] ?? "", resource));
    return { key, resources, neighbours };
  });
  const shared = groups.flatMap(({ neighbours }) => neighbours.flatMap((one) => one?.shared ?? []));
  return {
    floors: [...new Set(shared)].sort((a, b) => b - a),
    widen: (floor) => {
      const patterns = new Map(
        groups.map(({ key, resources, neighbours }) => [key, patternsOf(resources, neighbours, floor)]),
      );
      return needed.map((one) => ({ ...one, resource: patterns.get(groupOf(one))?.get(one.resource) ?? one.resource }));
    },
  };
}

function patternsOf(
  resources: readonly string[],
  neighbours: readonly (Neighbours | undefined)[],
  floor: number,
): ReadonlyMap<string, string> {
  const patterns = new Map<string, string>();
  let run: string[] = [];
  let prefix: string | undefined;
  const close = (): void => {
    if (prefix !== undefined) for (const resource of run) patterns.set(resource, `${prefix}*`);
    run = [];
    prefix = undefined;
  };
  for (const [index, resource] of resources.entries()) {
    run.push(resource);
    const next = neighbours[index];
    if (next === undefined || next.shared < floor) close();
    else if (prefix === undefined || next.prefix.length < prefix.length) prefix = next.prefix;
  }
  return patterns;
}

/** Undefined where a common pattern would be no valid Resource, or no more than a resource type. */
function neighboursOf(one: string, other: string): Neighbours | undefined {
  const prefix = wholeTokens(commonPrefix(one, other));
  const start = fifthColon(prefix);
  if (start === undefined) return undefined;
  const shared = prefix.length - start;
  const typeEnd = Math.max(...[one, other].map((arn) => arn.slice(start).search(/[/:]/)));
  const account = prefix.slice(0, start).split(":")[4];
  const isNamed = typeEnd >= 0 ? shared > typeEnd : account !== "" || shared >= LEAST_SHARED;
  return isNamed ? { shared, prefix } : undefined;
}

/** Names without a type before them and without an account (buckets) must have that much in common. */
const LEAST_SHARED = 3;

function commonPrefix(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.slice(0, length);
}

/** Without a wildcard at its end, and not cut within `${*}` or a policy variable. */
function wholeTokens(prefix: string): string {
  const open = prefix.lastIndexOf("${");
  const whole = open >= 0 && !prefix.includes("}", open) ? prefix.slice(0, open) : prefix;
  return whole.replace(/(?:\$|(?<!\{)[*?])+$/, "");
}

/** Where the last field of an ARN begins. */
function fifthColon(text: string): number | undefined {
  const head = /^(?:[^:]*:){5}/.exec(text)?.[0];
  return head?.length;
}

/** Group of what is needed under the same conditions by the same actions: uniting these adds no action to a resource. */
export function byActions(needed: readonly Requirement[]): Grouping {
  const keyOf = ({ resource, conditionKey }: Requirement): string => `${resource}\n${conditionKey}`;
  const actions = new Map(
    [...groupBy(needed, keyOf)].map(([key, same]) => [
      key,
      same
        .map(({ action }) => action)
        .sort(compareText)
        .join(" "),
    ]),
  );
  return (requirement) => `${actions.get(keyOf(requirement)) ?? ""}\n${requirement.conditionKey}`;
}
