/**
 * The fewest rectangles of rows and columns in which every required cell lies and no forbidden one: exact for small tables, as
 * nearly all are. Cells may lie in several rectangles, each of which keeps only what no other has.
 */

/** Row and column numbers, ascending. */
export interface Rectangle {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

export interface Table {
  /** Of each row, the columns in which it must be covered, and those in which it may be. A bit for each column. */
  readonly required: readonly number[];
  readonly allowed: readonly number[];
  readonly columns: number;
}

/** Beyond these the rectangles are too many to look at. */
export const MOST_ROWS = 12;
const MOST_COLUMNS = 24;

/** Steps of a search, after which the best that was found stands. */
const MOST_STEPS = 4000;

/** Undefined for a table that is too large. The same table, the same rectangles. */
export function coverCells({ required, allowed, columns }: Table): readonly Rectangle[] | undefined {
  if (required.length > MOST_ROWS || columns > MOST_COLUMNS) return undefined;
  const found = fewest(required, maximalRectangles(required, allowed));
  const masks = found.map(({ rows, columns: mask }) => required.map((_, row) => ((rows >> row) & 1 ? mask : 0)));
  return trimmed(masks, required)
    .map((mask) => ({
      rows: mask.flatMap((bits, row) => (bits === 0 ? [] : [row])),
      columns: bitsOf(mask.reduce((all, bits) => all | bits, 0)),
    }))
    .filter(({ rows }) => rows.length > 0);
}

interface Masked {
  /** A bit for each row. */
  readonly rows: number;
  /** A bit for each column. */
  readonly columns: number;
}

/** Those to which neither row nor column can be added, the largest first. */
function maximalRectangles(required: readonly number[], allowed: readonly number[]): readonly Masked[] {
  const found = new Map<number, Masked>();
  for (let subset = 1; subset < 1 << allowed.length; subset += 1) {
    const columns = allowed.reduce((mask, bits, row) => ((subset >> row) & 1 ? mask & bits : mask), -1);
    if (columns === 0 || found.has(columns)) continue;
    const rows = allowed.reduce((mask, bits, row) => ((bits & columns) === columns ? mask | (1 << row) : mask), 0);
    if (required.some((bits, row) => (rows >> row) & 1 && bits & columns)) found.set(columns, { rows, columns });
  }
  const sizeOf = ({ rows, columns }: Masked): number => bitsOf(rows).length * bitsOf(columns).length;
  return [...found.values()].sort((a, b) => sizeOf(b) - sizeOf(a) || a.rows - b.rows || a.columns - b.columns);
}

/** By trying for the first open cell each rectangle that holds it. */
function fewest(required: readonly number[], rectangles: readonly Masked[]): readonly Masked[] {
  let best: readonly Masked[] | undefined;
  let steps = 0;
  const search = (open: readonly number[], taken: readonly Masked[]): void => {
    const row = open.findIndex((bits) => bits !== 0);
    if (row < 0) best = taken;
    steps += 1;
    if (row < 0 || taken.length + 1 >= (best?.length ?? Number.POSITIVE_INFINITY)) return;
    const cell = (open[row] ?? 0) & -(open[row] ?? 0);
    for (const one of rectangles) {
      if (((one.rows >> row) & 1) === 0 || (one.columns & cell) === 0) continue;
      if (best !== undefined && steps > MOST_STEPS) return;
      const left = open.map((bits, at) => ((one.rows >> at) & 1 ? bits & ~one.columns : bits));
      search(left, [...taken, one]);
    }
  };
  search(required, []);
  return best ?? [];
}

/** Without the columns, then the rows, of which the other rectangles have all that is required. */
function trimmed(masks: readonly (readonly number[])[], required: readonly number[]): readonly (readonly number[])[] {
  return masks.reduce<readonly (readonly number[])[]>((all, _, at) => {
    const others = required.map((_, row) =>
      all.reduce((mask, one, other) => (other === at ? mask : mask | (one[row] ?? 0)), 0),
    );
    const own = all[at] ?? [];
    const needed = required.map((bits, row) => bits & (own[row] ?? 0) & ~(others[row] ?? 0));
    const columns = needed.reduce((mask, bits) => mask | bits, 0);
    return all.with(
      at,
      own.map((bits, row) => (needed[row] === 0 ? 0 : bits & columns)),
    );
  }, masks);
}

function bitsOf(mask: number): readonly number[] {
  const bits: number[] = [];
  for (let bit = 0; bit < 32; bit += 1) if ((mask >>> bit) & 1) bits.push(bit);
  return bits;
}
