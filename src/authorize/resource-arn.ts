/** ARN templates of the Service Authorization Reference (`arn:${Partition}:…:${Variable}`): filled from texts, and ARNs matched against them. */
import { joinTexts, literal, type PolicyText, type ResolvedResource } from "./policy-text.ts";

type TemplatePart = { readonly literal: string } | { readonly variable: string };

export interface ArnTemplate {
  readonly text: string;
  readonly parts: readonly TemplatePart[];
  /** Variables beyond Partition, Region and Account, in order. */
  readonly variables: readonly string[];
  readonly shape: RegExp;
  /** Literal characters after the fifth colon: of several templates that match an ARN the most specific one is meant. */
  readonly specificity: number;
}

export type Bindings = ReadonlyMap<string, PolicyText>;

const OF_THE_CALL = new Set(["Partition", "Region", "Account"]);
const VARIABLE = /\$\{([^}]+)\}/;

const known = new Map<string, ArnTemplate>();

/** Parses a template; the same text is parsed once. */
export function arnTemplate(text: string): ArnTemplate {
  const found = known.get(text) ?? parse(text);
  known.set(text, found);
  return found;
}

/** Some templates of the reference call the account field otherwise; it is the account all the same. */
const ACCOUNT_FIELD = /^((?:[^:]*:){4})\$\{AccountId\}(?=:)/;

function parse(written: string): ArnTemplate {
  const text = written.replace(ACCOUNT_FIELD, "$1${Account}");
  const parts = text
    .split(/(\$\{[^}]+\})/)
    .filter((part) => part !== "")
    .map((part): TemplatePart => {
      const variable = VARIABLE.exec(part)?.[1];
      return variable === undefined ? { literal: part } : { variable };
    });
  const names = parts.flatMap((part) => ("variable" in part ? [part.variable] : []));
  const resource = text.split(":").slice(5).join(":");
  return {
    text,
    parts,
    variables: [...new Set(names)].filter((name) => !OF_THE_CALL.has(name)),
    shape: shapeOf(text),
    specificity: resource.replaceAll(new RegExp(VARIABLE, "g"), "").replaceAll("*", "").length,
  };
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** Where the reference itself writes a star instead of a variable, ARNs have a name. */
const literalShape = (text: string): string => text.split("*").map(escapeRegExp).join(".+?");

/** `${Region}` and other variables of the first five fields may be empty and hold no colon; the last one may hold anything. */
function shapeOf(text: string): RegExp {
  const fields = text.replaceAll(new RegExp(VARIABLE, "g"), "\0$1\0").split(":");
  const pattern = fields.map((field, index) =>
    field
      .split("\0")
      .map((part, at) => (at % 2 === 0 ? literalShape(part) : index < 5 ? "([^:]*)" : "(.+?)"))
      .join(""),
  );
  return new RegExp(`^${pattern.join(":")}$`, "s");
}

/** The values that an ARN gives the template's variables; undefined where it has another shape. */
export function matchArn(template: ArnTemplate, arn: string): Bindings | undefined {
  const match = template.shape.exec(arn);
  if (match === null) return undefined;
  const names = template.parts.flatMap((part) => ("variable" in part ? [part.variable] : []));
  return new Map(names.map((name, index): [string, PolicyText] => [name, literal(match[index + 1] ?? "")]));
}

export const unfilledVariables = (template: ArnTemplate, bindings: Bindings): readonly string[] =>
  template.variables.filter((variable) => !bindings.has(variable));

/** The ARN with all variables replaced; an unbound one becomes `*` without a word: ask `unfilledVariables` first. */
export function fillArn(template: ArnTemplate, bindings: Bindings): ResolvedResource {
  const parts = template.parts.map((part) =>
    "variable" in part
      ? (bindings.get(part.variable) ?? { text: "*", isPattern: true })
      : { text: part.literal, isPattern: true },
  );
  const { text, widened } = joinTexts(parts);
  return { arn: text, ...(widened === undefined ? {} : { widened }) };
}
