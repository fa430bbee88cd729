/** Have two patterns a value in common? The counterpart of `covers`, for questions where "perhaps" must count as yes. */
import { ANY_ONE, ANY_RUN, ANY_SEGMENT, covers, type Pattern } from "./wildcard.ts";

const SEPARATORS = new Set(["/".charCodeAt(0), ":".charCodeAt(0)]);

const isRun = (token: number | undefined): boolean => token === ANY_RUN || token === ANY_SEGMENT;

/** The run takes this token as part of itself; a wildcard token always has a value that it takes. */
const mayHold = (run: number | undefined, token: number | undefined): boolean =>
  token !== undefined && (run === ANY_RUN || !SEPARATORS.has(token));

/** Exact, in at most |one| x |other| steps. */
export function overlaps(one: Pattern, other: Pattern): boolean {
  if (one.literal !== undefined && !other.tokens.includes(ANY_SEGMENT)) return covers(other, one);
  if (other.literal !== undefined && !one.tokens.includes(ANY_SEGMENT)) return covers(one, other);
  const start = commonStart(one.tokens, other.tokens);
  return start !== undefined && restsMeet(one.tokens.slice(start), other.tokens.slice(start));
}

/** Length of the literal text that both begin with; undefined where they begin with different text. */
function commonStart(one: readonly number[], other: readonly number[]): number | undefined {
  let length = 0;
  for (const token of one) {
    const opposite = other[length] ?? ANY_RUN;
    if (token < 0 || opposite < 0) return length;
    if (token !== opposite) return undefined;
    length += 1;
  }
  return length;
}

/** Row by row from the ends: a cell tells whether the rests from there on have a value in common. */
function restsMeet(one: readonly number[], other: readonly number[]): boolean {
  let next: readonly boolean[] = [];
  for (let i = one.length; i >= 0; i -= 1) {
    const row: boolean[] = [];
    const left = one[i];
    for (let j = other.length; j >= 0; j -= 1) {
      const right = other[j];
      const [pastLeft, pastRight] = [next[j] === true, row[j + 1] === true];
      if (isRun(left) || isRun(right)) {
        row[j] =
          (isRun(left) && (pastLeft || (pastRight && mayHold(left, right)))) ||
          (isRun(right) && (pastRight || (pastLeft && mayHold(right, left))));
      } else if (left === undefined || right === undefined) {
        row[j] = left === right;
      } else {
        row[j] = next[j + 1] === true && (left === ANY_ONE || right === ANY_ONE || left === right);
      }
    }
    next = row;
  }
  return next[0] === true;
}
