/**
 * What an operation has made, by its own answer: the ARNs and ids under names that speak of the operation's noun
 * (`RunInstances` -> `Instances[].InstanceId`). Other ids of the answer (its cluster, its role) were there before.
 */
import type { ApiCall, JsonObject, JsonValue, Learned } from "../api-call.ts";
import { isJsonArray, isJsonObject } from "../json-values.ts";

const MAKING =
  /^(?:Allocate|Copy|Create|Generate|Import|Launch|Provision|Register|Request|Restore|Run|Start|Submit)(?=[A-Z])/;

/** `TableArn`, `taskArn`, `InstanceId`, `QueueUrl`, `FlowLogIds`, or nothing but the suffix. */
const NAMING = /^(.*?)(?:arns?|ids?|idset|url|identifier)$/i;

/** Longer values are tokens and documents, not names. */
const MAX_CHARACTERS = 1024;

/** An answer that names more has made a fleet; its first ones show the pattern. */
const MAX_CREATED = 200;

const MAX_DEPTH = 12;

/** True where the answer of the operation is worth reading for what it has made. */
export const makesSomething = (operation: string): boolean => MAKING.test(operation);

/** Ids and ARNs of what the call has made; ids that the request itself gave are not among them. */
export function createdIds({ operation, input }: ApiCall, answer: JsonObject): readonly Learned[] {
  if (!makesSomething(operation)) return [];
  const noun = singular(operation.replace(MAKING, ""));
  const found = new Set<string>();
  collect(answer, { noun, isOwn: true, depth: 0, found });
  const given = new Set(textsIn(input));
  return [...found]
    .filter((id) => id.startsWith("arn:") || !given.has(id))
    .map((resource) => ({ kind: "created", resource, by: operation }));
}

interface Place {
  readonly noun: string;
  /** A bare `Id` here is that of what was made. */
  readonly isOwn: boolean;
  readonly depth: number;
  readonly found: Set<string>;
}

function collect(value: JsonValue, place: Place): void {
  if (place.depth > MAX_DEPTH || place.found.size >= MAX_CREATED) return;
  if (isJsonArray(value)) {
    for (const item of value) collect(item, { ...place, depth: place.depth + 1 });
  } else if (isJsonObject(value)) {
    for (const [name, member] of Object.entries(value)) {
      if (names(name, place)) for (const text of ownTexts(member)) keep(text, place.found);
      collect(member, { ...place, isOwn: isWrapper(name, place), depth: place.depth + 1 });
    }
  }
}

function names(name: string, { noun, isOwn }: Place): boolean {
  const stem = NAMING.exec(name)?.[1];
  if (stem === undefined) return false;
  return stem === "" ? isOwn : speaksOf(noun, stem);
}

/** A value, or a list of values as JSON and XML have it. */
function ownTexts(value: JsonValue): readonly string[] {
  if (typeof value === "string") return [value];
  if (isJsonArray(value)) return value.filter((item) => typeof item === "string");
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, items]) => (IN_LIST.test(name) ? ownTexts(items) : []));
}

const IN_LIST = /^(?:member|item)$/;

/** XML lists put `member` or `item` between a name and its elements; query answers are wrapped in `…Result`. */
const isWrapper = (name: string, { noun, isOwn }: Place): boolean =>
  IN_LIST.test(name) || name.endsWith("Result")
    ? isOwn
    : speaksOf(noun, name.replace(/(?:Metadata|Details?|Set|Info)$/, ""));

function speaksOf(noun: string, name: string): boolean {
  const word = singular(name);
  return word.length > 2 && noun.includes(word);
}

const singular = (word: string): string => word.toLowerCase().replace(/s$/, "");

function keep(text: string, found: Set<string>): void {
  if (text !== "" && text.length <= MAX_CHARACTERS && found.size < MAX_CREATED) found.add(text);
}

function textsIn(value: JsonValue): string[] {
  if (typeof value === "string") return [value];
  if (isJsonArray(value)) return value.flatMap(textsIn);
  return isJsonObject(value) ? Object.values(value).flatMap(textsIn) : [];
}
