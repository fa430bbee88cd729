/** What a person may have meant by a name that is not known. */

/** The known name that takes fewest edits to reach, if these are few for a word of that length. */
export function closestName(typed: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((name) => ({ name, edits: editDistance(typed.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, edits }) => edits <= Math.max(1, Math.floor(Math.max(name.length, typed.length) / 3)))
    .sort((one, other) => one.edits - other.edits || (one.name < other.name ? -1 : 1));
  return ranked[0]?.name;
}

/** Levenshtein's, one row at a time: insertions, deletions and replacements cost one each. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [position, letter] of [...one].entries()) {
    const next = [position + 1];
    for (const [index, against] of [...other].entries()) {
      const replaced = (row[index] ?? 0) + (letter === against ? 0 : 1);
      next.push(Math.min(replaced, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
