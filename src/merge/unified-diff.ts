/** What a merge changes, as `diff -u` and git show it (E. W. Myers, "An O(ND) Difference Algorithm"). */

type Kind = " " | "-" | "+";

interface Line {
  readonly kind: Kind;
  /** With its line end, if it has one. */
  readonly text: string;
}

const CONTEXT = 3;
const COLOURS: { readonly [K in Kind | "@"]: number } = { " ": 0, "-": 31, "+": 32, "@": 36 };

export interface DiffNames {
  readonly before: string;
  readonly after: string;
  /** For a terminal. */
  readonly colour: boolean;
}

/** Empty where both texts are the same. */
export function unifiedDiff(before: string, after: string, { before: from, after: to, colour }: DiffNames): string {
  if (before === after) return "";
  const painted = (kind: Kind | "@", text: string): string =>
    colour && COLOURS[kind] > 0 ? `\u001B[${COLOURS[kind]}m${text}\u001B[39m` : text;
  const written = ({ kind, text }: Line): string => {
    const bare = text.replace(/\n$/, "");
    return `${painted(kind, kind + bare)}\n${bare === text ? "\\ No newline at end of file\n" : ""}`;
  };
  const hunks = hunksOf(linesBetween(linesOf(before), linesOf(after)));
  const texts = hunks.map((hunk) => `${painted("@", headOf(hunk))}\n${hunk.lines.map(written).join("")}`);
  return `--- ${from}\n+++ ${to}\n${texts.join("")}`;
}

const linesOf = (text: string): readonly string[] => text.split(/(?<=\n)/).filter((line) => line !== "");

function linesBetween(before: readonly string[], after: readonly string[]): readonly Line[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const same = (lines: readonly string[]): Line[] => lines.map((text) => ({ kind: " ", text }));
  const [old, fresh] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  return [...same(before.slice(0, start)), ...shortestEdit(old, fresh), ...same(before.slice(before.length - end))];
}

/** Furthest-reaching paths: `reached[k]` is how far in `before` the best path on diagonal k has come. */
function shortestEdit(before: readonly string[], after: readonly string[]): readonly Line[] {
  const trace: Map<number, number>[] = [];
  const reached = new Map<number, number>([[1, 0]]);
  for (let distance = 0; ; distance += 1) {
    trace.push(new Map(reached));
    for (let k = -distance; k <= distance; k += 2) {
      let x = isDown(reached, k, distance) ? (reached.get(k + 1) ?? 0) : (reached.get(k - 1) ?? 0) + 1;
      while (x < before.length && x - k < after.length && before[x] === after[x - k]) x += 1;
      reached.set(k, x);
      if (x >= before.length && x - k >= after.length) return pathBack(trace, before, after);
    }
  }
}

const isDown = (reached: ReadonlyMap<number, number>, k: number, distance: number): boolean =>
  k === -distance || (k !== distance && (reached.get(k - 1) ?? -1) < (reached.get(k + 1) ?? -1));

function pathBack(
  trace: readonly ReadonlyMap<number, number>[],
  before: readonly string[],
  after: readonly string[],
): readonly Line[] {
  const lines: Line[] = [];
  let [x, y] = [before.length, after.length];
  for (let distance = trace.length - 1; distance >= 0; distance -= 1) {
    const reached = trace[distance] ?? new Map<number, number>();
    const from = isDown(reached, x - y, distance) ? x - y + 1 : x - y - 1;
    const oldX = reached.get(from) ?? 0;
    const oldY = oldX - from;
    while (x > Math.max(oldX, 0) && y > Math.max(oldY, 0)) {
      x -= 1;
      y -= 1;
      lines.push({ kind: " ", text: before[x] ?? "" });
    }
    if (distance === 0) break;
    if (x === oldX) lines.push({ kind: "+", text: after[oldY] ?? "" });
    else lines.push({ kind: "-", text: before[oldX] ?? "" });
    [x, y] = [oldX, oldY];
  }
  return lines.reverse();
}

interface Hunk {
  readonly lines: readonly Line[];
  /** Lines before it, in the old and in the new text. */
  readonly skipped: readonly [number, number];
}

function hunksOf(lines: readonly Line[]): readonly Hunk[] {
  const changed = lines.flatMap(({ kind }, index) => (kind === " " ? [] : [index]));
  const ranges: [number, number][] = [];
  for (const index of changed) {
    const [start, end] = [Math.max(0, index - CONTEXT), Math.min(lines.length, index + CONTEXT + 1)];
    const last = ranges.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = end;
    else ranges.push([start, end]);
  }
  return ranges.map(([start, end]) => {
    const above = lines.slice(0, start);
    return { lines: lines.slice(start, end), skipped: [lengthIn(above, "-"), lengthIn(above, "+")] };
  });
}

/** Lines of the old text (`-`) or of the new one. */
const lengthIn = (lines: readonly Line[], side: "-" | "+"): number =>
  lines.filter(({ kind }) => kind === " " || kind === side).length;

function headOf({ lines, skipped }: Hunk): string {
  const range = (side: "-" | "+", above: number): string => {
    const length = lengthIn(lines, side);
    return `${side}${length === 0 ? above : above + 1}${length === 1 ? "" : `,${length}`}`;
  };
  return `@@ ${range("-", skipped[0])} ${range("+", skipped[1])} @@`;
}
