/**
 * Texts of a policy in which account, region and partition are told apart from the rest, so that each tool can put its own
 * reference there. What stands for itself stays one literal.
 */
import { PARTITIONS } from "../iam/partition.ts";

/** Where the policy is at home: what the tool that deploys it knows under a name of its own. */
export interface Home {
  readonly partition?: string;
  readonly region?: string;
  /** 12 digits. */
  readonly account?: string;
}

export type Place = keyof Home;

/** A run of literal text, or a place; no two literals side by side. */
export type Part = string | { readonly place: Place };
export type Template = readonly Part[];

const DNS_SUFFIXES = [...new Set(PARTITIONS.flatMap(({ dnsSuffixes }) => dnsSuffixes))];

/**
 * ARNs (their second, fourth and fifth fields) and regional endpoints (`sqs.eu-west-1.amazonaws.com`, as `kms:ViaService`
 * has them). Names that only happen to hold the same digits are left alone.
 */
export function templateOf(text: string, home: Home): Template {
  const [scheme, partition, servicePrefix, region, account, ...resource] = text.split(":");
  if (scheme === "arn" && account !== undefined && resource.length > 0) {
    return join([
      "arn:",
      placed("partition", partition, home),
      `:${servicePrefix}:`,
      placed("region", region, home),
      ":",
      placed("account", account, home),
      `:${resource.join(":")}`,
    ]);
  }
  const [label, suffix] = regionalEndpoint(text, home.region);
  return label === undefined ? join([text]) : join([`${label}.`, { place: "region" }, `.${suffix}`]);
}

/** As one text, with every part written by `words`. */
export function write(
  template: Template,
  words: { literal(text: string): string; place(place: Place): string },
): string {
  return template.map((part) => (typeof part === "string" ? words.literal(part) : words.place(part.place))).join("");
}

/** The text itself, where no place is in it. */
export function literalOf(template: Template): string | undefined {
  if (template.length === 0) return "";
  const [only] = template;
  return template.length === 1 && typeof only === "string" ? only : undefined;
}

/** For documents rendered as they were seen, where no place can be. */
export const literalText = (template: Template): string => literalOf(template) ?? "";

export const placesIn = (template: Template): readonly Place[] =>
  template.flatMap((part) => (typeof part === "string" ? [] : [part.place]));

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
