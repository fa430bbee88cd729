/**
 * What the user has given a name with `--template NAME=VALUE`: a stage, a prefix of buckets, an account. Each tool writes the
 * name as a variable, parameter or argument of its own; a document that knows none gets a placeholder that AWS refuses.
 */
import type { PolicyDocument, Statement, StringOrList } from "../iam/policy-document.ts";
import { valuesOf } from "../iam/statement.ts";

export interface TemplateVariable {
  /** As typed: `bucket-prefix`, `bucketPrefix` and `BUCKET_PREFIX` are one name. */
  readonly name: string;
  /** As seen in the run; without wildcards, `$`, braces and quotes. */
  readonly value: string;
}

/** A run of literal text, or a variable. */
export type VariablePart = string | { readonly variable: TemplateVariable };

/** `bucketPrefix` -> `bucket-prefix`: what `snakeCase`, `camelCase` and `pascalCase` make names of. */
export const kebabCase = (name: string): string =>
  name
    .replace(/([a-z0-9])(?=[A-Z])/g, "$1-")
    .replaceAll("_", "-")
    .toLowerCase();

/** Words that Terraform keeps (its page "Input variables"), and what our output calls its principals and resources. */
const TAKEN =
  /^(?:count|depends-on|for-each|lifecycle|locals|providers|source|version|(?:role|user|group)(?:-?name)?|iamgen.*)$/;

/** False: some format could not use the name. */
export const isFreeName = (name: string): boolean => !TAKEN.test(kebabCase(name));

/**
 * Taken apart wherever a value stands as a whole word: `dev` in `orders-dev`, never in `devices`. Of values that overlap the
 * first, of those the longest counts. What stands in `${…}` is IAM's.
 */
export function variableParts(text: string, variables: readonly TemplateVariable[]): readonly VariablePart[] {
  if (variables.length === 0) return [text];
  const byLength = variables.toSorted((a, b) => b.value.length - a.value.length);
  const found = new RegExp(["\\$\\{[^}]*\\}", ...byLength.map(({ value }) => `(${wholeWord(value)})`)].join("|"), "g");
  const parts: VariablePart[] = [];
  let end = 0;
  for (const match of text.matchAll(found)) {
    const variable = byLength[match.slice(1).findIndex((group) => group !== undefined)];
    if (variable === undefined) continue;
    parts.push(text.slice(end, match.index), { variable });
    end = match.index + variable.value.length;
  }
  return [...parts, text.slice(end)].filter((part) => part !== "");
}

function wholeWord(value: string): string {
  const escaped = value.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  const [before, after] = [/^[A-Za-z0-9]/.test(value), /[A-Za-z0-9]$/.test(value)];
  return `${before ? "(?<![A-Za-z0-9])" : ""}${escaped}${after ? "(?![A-Za-z0-9])" : ""}`;
}

/** Of a whole text of a policy. Partition and prefix of an ARN say which API is meant, wherever it is deployed. */
export function variablePartsOf(text: string, variables: readonly TemplateVariable[]): readonly VariablePart[] {
  const head = /^arn:[^:]*:[^:]*:/.exec(text)?.[0] ?? "";
  return [head, ...variableParts(text.slice(head.length), variables)];
}

/**
 * The document with `‹name›` for each value. IAM and STS take no character beyond U+00FF (the pattern of `PolicyDocument` in
 * their API references), so that a placeholder which nobody has replaced is refused: `${name}` would be IAM's own syntax, and
 * any other sign would grant a resource of that odd name in silence.
 */
export function withPlaceholders(document: PolicyDocument, variables: readonly TemplateVariable[]): PolicyDocument {
  if (variables.length === 0) return document;
  return { ...document, Statement: document.Statement.map((statement) => filledStatement(statement, variables)) };
}

function filledStatement(statement: Statement, variables: readonly TemplateVariable[]): Statement {
  const filled = (element: StringOrList): StringOrList =>
    typeof element === "string" ? text(element) : element.map(text);
  const text = (value: string): string => variablePartsOf(value, variables).map(placeholderText).join("");
  const { Resource, NotResource, Condition } = statement;
  return {
    ...statement,
    ...(Resource === undefined ? {} : { Resource: filled(Resource) }),
    ...(NotResource === undefined ? {} : { NotResource: filled(NotResource) }),
    ...(Condition === undefined
      ? {}
      : {
          Condition: Object.fromEntries(
            Object.entries(Condition).map(([operator, keys]) => [
              operator,
              Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, filled(values)])),
            ]),
          ),
        }),
  };
}

const placeholderText = (part: VariablePart): string =>
  typeof part === "string" ? part : `\u2039${part.variable.name}\u203a`;

/** For people who must give a value. */
export const variableDescription = ({ value }: TemplateVariable): string => `Stands where the run had ${value}`;

/** Those whose value stands nowhere in the documents. */
export function unusedVariables(
  documents: readonly PolicyDocument[],
  variables: readonly TemplateVariable[],
): readonly TemplateVariable[] {
  const used = new Set(
    documents
      .flatMap(({ Statement }) => Statement)
      .flatMap(({ Resource, NotResource, Condition = {} }) => [
        ...valuesOf(Resource),
        ...valuesOf(NotResource),
        ...Object.values(Condition).flatMap((keys) => Object.values(keys).flatMap(valuesOf)),
      ])
      .flatMap((value) => variablePartsOf(value, variables))
      .flatMap((part) => (typeof part === "string" ? [] : [part.variable])),
  );
  return variables.filter((variable) => !used.has(variable));
}
