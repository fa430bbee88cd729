/**
 * Statements that the same calls need belong into one document where there are several: a session takes one of them, and a
 * reviewer reads one after the other.
 */

export interface Part {
  readonly size: number;
  /** Calls that need something of it. */
  readonly calls: ReadonlySet<number>;
}

/** A call that needs more parts than this has them everywhere. */
const MOST_PARTS = 8;

/**
 * Parts (by index, each once, in order) that go into one document together: those that share the most calls first, as long
 * as the whole is no larger than `room`, with a comma between parts.
 */
export function clustersOf(parts: readonly Part[], room: number): readonly (readonly number[])[] {
  const leader = parts.map((_, index) => index);
  const sizes = parts.map(({ size }) => size);
  const find = (index: number): number => {
    let found = index;
    while (leader[found] !== found) found = leader[found] ?? found;
    return found;
  };
  for (const { one, other } of sharedPairs(parts)) {
    const [a, b] = [find(one), find(other)].sort((first, second) => first - second);
    const size = (sizes[a ?? 0] ?? 0) + 1 + (sizes[b ?? 0] ?? 0);
    if (a === undefined || b === undefined || a === b || size > room) continue;
    leader[b] = a;
    sizes[a] = size;
  }
  const clusters = new Map<number, number[]>();
  for (const index of parts.keys()) clusters.set(find(index), [...(clusters.get(find(index)) ?? []), index]);
  return [...clusters.values()];
}

interface Pair {
  readonly one: number;
  readonly other: number;
  shared: number;
}

function sharedPairs(parts: readonly Part[]): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  for (const needing of partsByCall(parts).values()) {
    if (needing.length > MOST_PARTS) continue;
    for (const [place, one] of needing.entries()) {
      for (const other of needing.slice(place + 1)) {
        const pair = pairs.get(`${one} ${other}`) ?? { one, other, shared: 0 };
        pair.shared += 1;
        pairs.set(`${one} ${other}`, pair);
      }
    }
  }
  return [...pairs.values()].sort((a, b) => b.shared - a.shared || a.one - b.one || a.other - b.other);
}

function partsByCall(parts: readonly Part[]): ReadonlyMap<number, readonly number[]> {
  const byCall = new Map<number, number[]>();
  for (const [index, { calls }] of parts.entries()) {
    for (const call of calls) {
      const known = byCall.get(call);
      if (known === undefined) byCall.set(call, [index]);
      else known.push(index);
    }
  }
  return byCall;
}

/** How many calls need parts of several groups. */
export function dividedCalls(parts: readonly Part[], groups: readonly (readonly number[])[]): number {
  const groupOf = new Map(groups.flatMap((group, at) => group.map((index) => [index, at] as const)));
  const needing = [...partsByCall(parts).values()];
  return needing.filter((indexes) => new Set(indexes.map((index) => groupOf.get(index))).size > 1).length;
}
