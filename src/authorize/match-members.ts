/** Fills the variables of an ARN template from the names of the input's members. One member never fills two variables. */
import type { JsonObject, JsonValue } from "../decode/api-call.ts";
import type { CallView } from "./call-view.ts";
import { type NAME_FIT, nameFit, type VariableSlot } from "./member-names.ts";
import { literal, type PolicyText, product } from "./policy-text.ts";
import type { Bindings } from "./resource-arn.ts";

export interface NamedTexts {
  readonly name: string;
  readonly texts: readonly string[];
}

export interface MemberMatch {
  /** One for each combination of values; variables that nothing fits are missing. */
  readonly bindings: readonly Bindings[];
  /** The weakest fit among the variables that were filled. */
  readonly fit: number;
}

const isText = (value: unknown): value is string | number => typeof value === "string" || typeof value === "number";

/** Of the call that was asked for last: the types of one action ask one after the other. */
let last: { readonly call: object; readonly members: readonly NamedTexts[] } | undefined;

/** Top-level members that can name something: texts and lists of texts, no ARNs, nothing as long as a document. */
export function namingMembers({ call }: CallView): readonly NamedTexts[] {
  if (last?.call === call) return last.members;
  const found = Object.entries(call.input).flatMap(([name, value]): NamedTexts[] => {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    const texts = items.filter(isText).map(String).filter(canName);
    return texts.length === 0 ? [] : [{ name, texts }];
  });
  last = { call, members: found };
  return found;
}

/** Parts of the request that say what is searched or how, not what it is about. */
const NO_SUBJECT = /filter|criteria|tag|sort|option|condition|metadata/i;

/** What structures of the input, and lists of them, name one level down: one list of members each. */
export function nestedMembers({ call }: CallView): readonly (readonly NamedTexts[])[] {
  if (lastNested?.call === call) return lastNested.parts;
  const parts = partsOf(call.input);
  lastNested = { call, parts };
  return parts;
}

let lastNested: { readonly call: object; readonly parts: readonly (readonly NamedTexts[])[] } | undefined;

function partsOf(input: JsonObject): readonly (readonly NamedTexts[])[] {
  return Object.entries(input).flatMap(([name, value]): (readonly NamedTexts[])[] => {
    const items: readonly JsonValue[] = Array.isArray(value) ? value : [value];
    const parts = items.filter(isObject);
    if (parts.length === 0 || parts.length < items.length || NO_SUBJECT.test(name)) return [];
    const names = [...new Set(parts.flatMap((part) => Object.keys(part)))];
    const members = names.map((inner): NamedTexts => {
      const texts = parts
        .map((part) => part[inner])
        .filter(isText)
        .map(String)
        .filter(canName);
      return { name: inner, texts: texts.length < parts.length ? [] : [...new Set(texts)] };
    });
    return [members.filter(({ texts }) => texts.length > 0)];
  });
}

const isObject = (value: JsonValue): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const canName = (text: string): boolean => text !== "" && text.length <= 2048 && !text.startsWith("arn:");

interface Candidate {
  readonly slot: VariableSlot;
  readonly member: NamedTexts;
  readonly fit: (typeof NAME_FIT)[keyof typeof NAME_FIT] | number;
}

/** `given`: variables that are filled already (from an ARN in the input); their members are not looked for. */
export function matchMembers(
  slots: readonly VariableSlot[],
  members: readonly NamedTexts[],
  given: Bindings = new Map(),
): MemberMatch {
  const candidates = slots
    .filter(({ variable }) => !given.has(variable))
    .flatMap((slot) => members.map((member): Candidate => ({ slot, member, fit: nameFit(member.name, slot) })))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit);
  const chosen = new Map<string, Candidate>();
  const used = new Set<string>();
  for (const candidate of candidates) {
    if (chosen.has(candidate.slot.variable) || used.has(candidate.member.name)) continue;
    chosen.set(candidate.slot.variable, candidate);
    used.add(candidate.member.name);
  }
  const filled = [...chosen].map(([variable, { member }]) =>
    member.texts.map((text): [string, PolicyText] => [variable, literal(text)]),
  );
  const combinations = product(filled);
  return {
    bindings: combinations.length === 0 ? [given] : combinations.map((entries) => new Map([...given, ...entries])),
    fit: Math.min(...[...chosen.values()].map(({ fit }) => fit)),
  };
}
