/** Have two patterns a value in common? The counterpart of `covers`, for questions where "perhaps" must count as yes. */
import { ANY_ONE, ANY_RUN, ANY_SEGMENT, covers, type Pattern } from "./wildcard.ts";

interface Cell {
  readonly left: number | undefined;
  readonly right: number | undefined;
  /** Do the rests meet if this side is one token further? */
  readonly afterLeft: boolean;
  readonly afterRight: boolean;
  readonly afterBoth: boolean;
}

const SEPARATORS = new Set(["/".charCodeAt(0), ":".charCodeAt(0)]);

const isRun = (token: number | undefined): boolean => token === ANY_RUN || token === ANY_SEGMENT;

const mayHold = (run: number | undefined, token: number | undefined): boolean =>
  token !== undefined && (run === ANY_RUN || !SEPARATORS.has(token));

function restsMeet({ left, right, afterLeft, afterRight, afterBoth }: Cell): boolean {
  if (left === undefined && right === undefined) return true;
  if (isRun(left) && (afterLeft || (afterRight && mayHold(left, right)))) return true;
  if (isRun(right) && (afterRight || (afterLeft && mayHold(right, left)))) return true;
  if (left === undefined || right === undefined || isRun(left) || isRun(right)) return false;
  return afterBoth && (left === ANY_ONE || right === ANY_ONE || left === right);
}

/** Exact, in |one| x |other| steps: cell [i, j] tells whether the rests from i and j have a value in common. */
export function overlaps(one: Pattern, other: Pattern): boolean {
  if (one.literal !== undefined && !other.tokens.includes(ANY_SEGMENT)) return covers(other, one);
  if (other.literal !== undefined && !one.tokens.includes(ANY_SEGMENT)) return covers(one, other);
  let next: boolean[] = [];
  for (let i = one.tokens.length; i >= 0; i -= 1) {
    const row: boolean[] = [];
    for (let j = other.tokens.length; j >= 0; j -= 1) {
      const [left, right] = [one.tokens[i], other.tokens[j]];
      const [afterLeft, afterRight, afterBoth] = [next[j] === true, row[j + 1] === true, next[j + 1] === true];
      row[j] = restsMeet({ left, right, afterLeft, afterRight, afterBoth });
    }
    next = row;
  }
  return next[0] === true;
}
