/** The name that somebody meant who wrote another one: for hints, never for decisions. */

/**
 * The candidate that differs by the fewest letters (case does not count), or that begins with the name; undefined where none
 * is near. Of several the first in the alphabet.
 */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  const most = Math.max(1, Math.floor(wanted.length / 4));
  let best: { readonly candidate: string; readonly distance: number } | undefined;
  for (const candidate of [...candidates].sort()) {
    const distance = distanceOf(wanted, candidate.toLowerCase(), most);
    if (distance <= most && (best === undefined || distance < best.distance)) best = { candidate, distance };
  }
  return best?.candidate ?? [...candidates].filter((one) => isBegun(wanted, one)).sort(byLength)[0];
}

const isBegun = (wanted: string, candidate: string): boolean =>
  wanted.length > 2 && candidate.toLowerCase().startsWith(wanted);

const byLength = (one: string, other: string): number => one.length - other.length || (one < other ? -1 : 1);

/** Letters to insert, drop, replace or swap with their neighbour; more than `most` where it is more. */
function distanceOf(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwap = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const costs = [
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwap ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      ];
      current.push(Math.min(...costs));
    }
    before = above;
    above = current;
  }
  return above.at(-1) ?? 0;
}
