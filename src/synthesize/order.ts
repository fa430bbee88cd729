/** One order for everything that is written, independent of locale and of the order of calls. */

/** By UTF-16 code units, as `Array.prototype.sort` does without a comparer. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

export function sortedTexts(texts: Iterable<string>): string[] {
  return [...new Set(texts)].sort();
}

export function sortedNumbers(numbers: Iterable<number>): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** Groups in the order of first appearance. */
export function groupBy<T>(items: Iterable<T>, key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return groups;
}
