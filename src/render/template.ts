/**
 * Texts of a policy in which account, region, partition and the user's variables are told apart from the rest, so that each
 * tool can put its own reference there. What stands for itself stays one literal.
 */
import type { ArnNamer } from "../iam/named-arn.ts";
import { PARTITIONS } from "../iam/partition.ts";
import { kebabCase, type TemplateVariable, type VariablePart, variableParts } from "./template-variable.ts";

/** Where the policy is at home: what the tool that deploys it knows under a name of its own. */
export interface Home {
  readonly partition?: string;
  readonly region?: string;
  /** 12 digits. */
  readonly account?: string;
}

export type Place = keyof Home;

/** Where the policy is at home, and what else has a name there. */
export interface Names extends Home {
  /** What the user named goes before a place of the same value. */
  readonly variables?: readonly TemplateVariable[];
  /** What the tool has made itself: its reference goes before places and variables. */
  readonly nameOf?: ArnNamer;
}

/** A run of literal text, a place, a variable, or the tool's reference to an ARN; no two literals side by side. */
export type Part = VariablePart | { readonly place: Place } | { readonly reference: string };
export type Template = readonly Part[];

const DNS_SUFFIXES = [...new Set(PARTITIONS.flatMap(({ dnsSuffixes }) => dnsSuffixes))];

/**
 * ARNs (their second, fourth and fifth fields) and regional endpoints (`sqs.eu-west-1.amazonaws.com`, as `kms:ViaService`
 * has them). Names that only happen to hold the same digits are left alone.
 */
export function templateOf(text: string, { variables = [], nameOf, ...places }: Names): Template {
  const named = nameOf?.(text);
  if (named !== undefined) return join([{ reference: named.expression }, ...variableParts(named.rest, variables)]);
  const home = withoutNamed(places, variables);
  const [scheme, partition, servicePrefix, region, account, ...resource] = text.split(":");
  if (scheme === "arn" && account !== undefined && resource.length > 0) {
    const named = (part: Part) => (typeof part === "string" ? variableParts(part, variables) : [part]);
    return join([
      "arn:",
      placed("partition", partition, home),
      `:${servicePrefix}:`,
      ...named(placed("region", region, home)),
      ":",
      ...named(placed("account", account, home)),
      ...variableParts(`:${resource.join(":")}`, variables),
    ]);
  }
  const [label, suffix] = regionalEndpoint(text, home.region);
  if (label !== undefined) return join([`${label}.`, { place: "region" }, `.${suffix}`]);
  return join(variableParts(text, variables));
}

function withoutNamed(home: Home, variables: readonly TemplateVariable[]): Home {
  const isNamed = (text: string | undefined) => variables.some(({ value }) => value === text);
  return Object.fromEntries(Object.entries(home).filter(([, text]) => !isNamed(text)));
}

/** How a language writes the parts of a text. */
export interface Words {
  literal(text: string): string;
  place(place: Place): string;
  /** `name` in kebab case. */
  variable(name: string): string;
  /** As in `NamedArn`. */
  reference(expression: string): string;
}

/** As one text, with every part written by `words`. */
export function write(template: Template, words: Words): string {
  return template
    .map((part) => {
      if (typeof part === "string") return words.literal(part);
      if ("reference" in part) return words.reference(part.reference);
      return "place" in part ? words.place(part.place) : words.variable(kebabCase(part.variable.name));
    })
    .join("");
}

/** The text itself, where neither place nor variable is in it. */
export function literalOf(template: Template): string | undefined {
  if (template.length === 0) return "";
  const [only] = template;
  return template.length === 1 && typeof only === "string" ? only : undefined;
}

/** The reference, where nothing else is in it. */
export function referenceIn(template: Template): string | undefined {
  const [only] = template;
  return template.length === 1 && typeof only === "object" && "reference" in only ? only.reference : undefined;
}

/** For documents rendered as they were seen, where no place can be. */
export const literalText = (template: Template): string => literalOf(template) ?? "";

export const placesIn = (template: Template): readonly Place[] =>
  template.flatMap((part) => (typeof part === "object" && "place" in part ? [part.place] : []));

export const variablesIn = (template: Template): readonly TemplateVariable[] =>
  template.flatMap((part) => (typeof part === "object" && "variable" in part ? [part.variable] : []));

function placed(place: Place, text: string | undefined, home: Home): Part {
  return text !== "" && text !== undefined && home[place] === text ? { place } : (text ?? "");
}

function regionalEndpoint(text: string, region: string | undefined): readonly string[] {
  if (region === undefined) return [];
  const suffix = DNS_SUFFIXES.find((dnsSuffix) => text.endsWith(`.${region}.${dnsSuffix}`));
  if (suffix === undefined) return [];
  const label = text.slice(0, -`.${region}.${suffix}`.length);
  return /^[a-z0-9-]+$/.test(label) ? [label, suffix] : [];
}

function join(parts: readonly Part[]): Template {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part === "") continue;
    if (typeof part === "string" && typeof last === "string") joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  return joined;
}
