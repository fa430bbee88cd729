/**
 * Which bracket or quote of a Terraform file has no partner. The grammar only knows from where on it cannot go on, which for
 * a bracket that stays open is the first line of the file.
 */

export interface BracketProblem {
  readonly offset: number;
  /** Lower case, no full stop. */
  readonly says: string;
}

const CODE = /#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/|<<-?(\w+)\r?\n(?:[\s\S]*?\n)??[ \t]*\1\b|[[\](){}"]|[\s\S]/y;
/** Doubled, `${` and `%{` begin nothing. */
const TEXT = /\\[\s\S]|\$\$\{|%%\{|[$%]\{|["\n]|[\s\S]/y;
const PARTNERS: { readonly [open: string]: string } = { "[": "]", "{": "}", "(": ")", "${": "}", "%{": "}" };

/** The first one; undefined where all have their partners. */
export function bracketProblem(text: string): BracketProblem | undefined {
  const open: { readonly sign: string; readonly offset: number }[] = [];
  for (let at = 0; at < text.length; ) {
    const last = open.at(-1);
    const isText = last?.sign === '"';
    const pattern = isText ? TEXT : CODE;
    pattern.lastIndex = at;
    const sign = pattern.exec(text)?.[0] ?? "";
    if (isText && sign === "\n") return { offset: last.offset, says: "a text that does not end in its line" };
    if (isText && sign === '"') open.pop();
    else if (isText ? /^[$%]\{$/.test(sign) : sign === '"' || PARTNERS[sign] !== undefined)
      open.push({ sign, offset: at });
    else if (!isText && /^[\])}]$/.test(sign)) {
      if (last === undefined) return { offset: at, says: `\`${sign}\` closes nothing` };
      if (PARTNERS[last.sign] !== sign) return { offset: last.offset, says: `\`${last.sign}\` is not closed` };
      open.pop();
    }
    at += Math.max(1, sign.length);
  }
  const left = open.at(-1);
  return left === undefined ? undefined : { offset: left.offset, says: `\`${left.sign}\` is not closed` };
}
