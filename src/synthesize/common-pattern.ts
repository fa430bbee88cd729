/** The narrowest pattern of one star a segment that stands for several ARNs of the same form, cut at the ends of words. */
import { parseArn } from "../iam/arn.ts";

export interface CommonPattern {
  /** Undefined where the ARNs are not of one form, or nothing of their last field is alike. */
  readonly pattern: string | undefined;
  /** What stands in place of the first star in each of the ARNs, in their order. */
  readonly words: readonly string[];
}

const NONE: CommonPattern = { pattern: undefined, words: [] };

/** `arns` differ in their last field alone, and have neither wildcards nor variables. */
export function commonPattern(arns: readonly string[]): CommonPattern {
  const fields = arns.map((arn) => parseArn(arn)?.resource.split(/([/:])/) ?? []);
  const [first = []] = fields;
  if (first.length === 0 || fields.some(({ length }) => length !== first.length)) return NONE;
  const columns = first.map((_, at) => commonSegment(fields.map((segments) => segments[at] ?? "")));
  const resource = columns.map(({ pattern }) => pattern).join("");
  if (!/[A-Za-z0-9]/.test(resource)) return NONE;
  const head = (arns[0] ?? "").split(":").slice(0, 5).join(":");
  return { pattern: `${head}:${resource}`, words: columns.find(({ words }) => words.length > 0)?.words ?? [] };
}

function commonSegment(segments: readonly string[]): { readonly pattern: string; readonly words: readonly string[] } {
  const [first = ""] = segments;
  if (segments.every((segment) => segment === first)) return { pattern: first, words: [] };
  const prefix = wholeWords(commonStart(segments));
  const rests = segments.map((segment) => segment.slice(prefix.length));
  const suffix = reversed(wholeWords(commonStart(rests.map(reversed))));
  const words = rests.map((rest) => rest.slice(0, rest.length - suffix.length));
  return { pattern: `${prefix}*${suffix}`, words };
}

function commonStart([first = "", ...others]: readonly string[]): string {
  let length = 0;
  while (length < first.length && others.every((other) => other[length] === first[length])) length += 1;
  return first.slice(0, length);
}

/** Up to the last sign that parts words. */
const wholeWords = (text: string): string => /^(?:.*[-_.@=+,])?/.exec(text)?.[0] ?? "";

const reversed = (text: string): string => [...text].reverse().join("");

/** Letters and digits of the name before the first star: what of it is surely the program's own. */
export function keptLetters(pattern: string): number {
  const arn = parseArn(pattern);
  const before = arn?.resource.split("*")[0] ?? "";
  // Of `table/name` and `function:name` the first word is the type; a bucket has neither type nor account.
  const name = arn?.account === "" && arn.region === "" ? before : before.replace(/^[^/:]*[/:](?=[^/:]*$)/, "");
  return name.replace(/[^A-Za-z0-9]/g, "").length;
}
