/** ARNs of resources that a tool knows by name: which of them a text of a policy begins with, and what it adds. */

export interface NamedArn {
  /** Without wildcards. */
  readonly arn: string;
  /** What the tool writes for it inside `${…}`: `aws_s3_bucket.uploads.arn`, `Queue.Arn`. */
  readonly expression: string;
}

export interface NamedText {
  readonly expression: string;
  /** What follows the ARN: empty, or `/*`, `/index/by-name`, `:prod`. */
  readonly rest: string;
}

/** Undefined for a text that begins with none of them. */
export type ArnNamer = (text: string) => NamedText | undefined;

/** What may follow the ARN of a resource, so that the whole is something within it. */
const INNER = /[/:]/g;

/** The longest ARN counts. Of two names for one ARN the first does. */
export function arnNamer(named: readonly NamedArn[]): ArnNamer {
  const expressions = new Map<string, string>();
  for (const { arn, expression } of named) if (!expressions.has(arn)) expressions.set(arn, expression);
  return (text) => {
    if (expressions.size === 0 || !text.startsWith("arn:")) return undefined;
    const ends = [...text.matchAll(INNER)].map(({ index }) => index).reverse();
    for (const end of [text.length, ...ends]) {
      const expression = expressions.get(text.slice(0, end));
      if (expression !== undefined) return { expression, rest: text.slice(end) };
    }
    return undefined;
  };
}
