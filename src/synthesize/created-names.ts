/** What the run itself has made, as the segments of ARNs by which later calls speak of it; the next run makes others. */
import { type Arn, parseArn } from "../iam/arn.ts";
import { covers, parsePattern } from "../iam/wildcard.ts";
import { generatedText } from "./generated-text.ts";
import { groupBy } from "./order.ts";

/** From an answer: an ARN or id of something that the operation has made. */
export interface CreatedFact {
  readonly kind: "created";
  readonly resource: string;
  /** Operation. */
  readonly by: string;
}

export interface CreatedName {
  readonly pattern: string;
  readonly by: string;
}

/** Shorter ids (`1`, `main`) are names of many things. */
const LEAST_CHARACTERS = 6;

/** `/` and `:` part the segments of the last field of an ARN. */
export const SEPARATOR = /([/:])/;

/**
 * Segment -> what stands for it. Of an ARN or URL the segments that look generated, since a name that the program chose (a
 * queue's) is the same in the next run; an id as a whole, because AWS alone has chosen it, with the word that it begins with
 * kept (`vpc-*`).
 */
export function createdNames(facts: readonly CreatedFact[]): ReadonlyMap<string, CreatedName> {
  const names = new Map<string, CreatedName>();
  for (const { resource, by } of facts) {
    const arn = parseArn(resource);
    const last = resource.split("/").at(-1) ?? "";
    if (arn === undefined && resource.includes("://")) addSegment(last, by, names);
    else if (arn === undefined) addId(last, by, names);
    else for (const segment of arn.resource.split(SEPARATOR)) addSegment(segment, by, names);
  }
  return names;
}

function addSegment(segment: string, by: string, names: Map<string, CreatedName>): void {
  const generated = generatedText(segment);
  if (generated !== undefined) names.set(segment, { pattern: generated.pattern, by });
}

function addId(id: string, by: string, names: Map<string, CreatedName>): void {
  if (id.length < LEAST_CHARACTERS || !/\d/.test(id) || /^\d{12}$/.test(id) || /[:*?]/.test(id)) return;
  names.set(id, { pattern: generatedText(id)?.pattern ?? "*", by });
}

/**
 * ARN without its account -> the pattern of its last field, for what was made by a request that leaves a part of the ARN to
 * AWS. The account is left out, because a stand-in answers with one of its own.
 */
export function assignedNames(
  facts: readonly CreatedFact[],
  patterns: readonly string[],
): ReadonlyMap<string, CreatedName> {
  const parsed = patterns.flatMap((text) => parseArn(text) ?? []);
  const byKind = groupBy(parsed, (arn) => arn.serviceNamespace);
  const names = new Map<string, CreatedName>();
  for (const { resource, by } of facts) {
    const arn = parseArn(resource);
    const made = arn && parsePattern(arn.resource);
    const found = made && byKind.get(arn.serviceNamespace)?.find((one) => covers(parsePattern(one.resource), made));
    if (arn !== undefined && found !== undefined) names.set(withoutAccount(arn), { pattern: found.resource, by });
  }
  return names;
}

export const withoutAccount = ({ partition, serviceNamespace, region, resource }: Arn): string =>
  [partition, serviceNamespace, region, resource].join(":");
