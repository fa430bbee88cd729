/**
 * Patterns of policy elements: `*`, `?` and the escapes `${*}`, `${?}`, `${$}` (IAM User Guide, "Policy variables").
 * Case is the caller's business, and so are policy variables: a `${name}` left in the text stands for itself.
 */

/** Tokens below zero stand for more than themselves: `?`, `*`, and a run without `/` and `:`, which no policy text can say. */
export const ANY_ONE = -1;
export const ANY_RUN = -2;
export const ANY_SEGMENT = -3;
const ESCAPE = /^\$\{([*?$])\}/;

export interface Pattern {
  readonly text: string;
  /** What the pattern means if it has no wildcard: its text without escapes. */
  readonly literal: string | undefined;
  /** UTF-16 code units, or one of the wildcards. */
  readonly tokens: readonly number[];
}

function tokensOf(text: string): number[] {
  const tokens: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text[index];
    const escaped = unit === "$" ? ESCAPE.exec(text.slice(index, index + 4))?.[1] : undefined;
    if (escaped !== undefined) {
      tokens.push(escaped.charCodeAt(0));
      index += 3;
    } else if (unit === "*") {
      if (tokens.at(-1) !== ANY_RUN) tokens.push(ANY_RUN);
    } else {
      tokens.push(unit === "?" ? ANY_ONE : text.charCodeAt(index));
    }
  }
  return tokens;
}

/** A text that means itself. Its tokens are made when they are first asked for: most texts are only compared as a whole. */
class PlainPattern implements Pattern {
  readonly text: string;
  readonly literal: string;
  #tokens: readonly number[] | undefined;

  constructor(text: string) {
    this.text = text;
    this.literal = text;
  }

  get tokens(): readonly number[] {
    const { text } = this;
    this.#tokens ??= Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
    return this.#tokens;
  }
}

/** Reads a pattern as it stands in a policy. */
export function parsePattern(text: string): Pattern {
  if (!/[*?$]/.test(text)) return new PlainPattern(text);
  const tokens = tokensOf(text);
  const isLiteral = tokens.every((token) => token >= 0);
  const literal = text.includes("$") ? String.fromCharCode(...tokens.map((token) => Math.max(token, 0))) : text;
  return { text, literal: isLiteral ? literal : undefined, tokens };
}

/** A pattern that matches exactly this value: what a request holds. */
export function literalPattern(value: string): Pattern {
  return new PlainPattern(value);
}

/** `?` is one UTF-16 code unit; a wildcard of the subject is covered by a wildcard as wide, never by a literal. */
function standsFor(token: number | undefined, subject: number | undefined): boolean {
  return token === ANY_ONE ? subject !== ANY_RUN : token === subject;
}

/**
 * Everything that `subject` matches is matched by `pattern`. For a literal subject this is the match itself; for a subject
 * with wildcards a true answer is always right, and a false one may be wrong only where both place wildcards differently
 * (`*?` and `?*`). At most |pattern| x |subject| steps: only the last `*` is ever widened.
 */
export function covers(pattern: Pattern, subject: Pattern): boolean {
  if (pattern.literal !== undefined) return pattern.literal === subject.literal;
  const { tokens } = pattern;
  let at = 0;
  let lastRun = -1;
  let runEnd = 0;
  for (let index = 0; index < subject.tokens.length; ) {
    if (tokens[at] === ANY_RUN) {
      lastRun = at;
      runEnd = index;
      at += 1;
    } else if (at < tokens.length && standsFor(tokens[at], subject.tokens[index])) {
      at += 1;
      index += 1;
    } else if (lastRun >= 0) {
      runEnd += 1;
      index = runEnd;
      at = lastRun + 1;
    } else {
      return false;
    }
  }
  if (tokens[at] === ANY_RUN) at += 1;
  return at === tokens.length;
}

/** `value` is a plain value; `pattern` is read as in a policy. */
export function matchesPattern(pattern: string, value: string): boolean {
  return covers(parsePattern(pattern), literalPattern(value));
}

/** True where a `*` or `?` stands unescaped. */
export function hasWildcard(text: string): boolean {
  return /[*?]/.test(text) && parsePattern(text).literal === undefined;
}
