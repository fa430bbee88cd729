/** A statement from the plain values of a parsed file: the same for every syntax, once it can read its own scalars. */
import type { Statement, StringOrList } from "../iam/policy-document.ts";

/** A scalar as IAM would read it; computed parts stand as `*`. */
export interface ReadText {
  readonly text: string;
  readonly isComputed: boolean;
  /** An account, region or partition that the tool fills in is part of it, as `*`. */
  readonly hasPlace?: boolean;
}

/** A parsed value, without its syntax: scalars are read, the rest is lists and objects of them. */
export type ReadValue = ReadText | readonly ReadValue[] | ReadMap;
export type ReadMap = { readonly entries: ReadonlyMap<string, ReadValue> };

/** A text with what is true of it. */
export const readText = (text: string, { isComputed, hasPlace = false }: Omit<ReadText, "text">): ReadText => ({
  text,
  isComputed,
  ...(hasPlace && !isComputed ? { hasPlace } : {}),
});

/** Whether a text may be written again as the file has it: `*` alone would be taken for the wildcard. */
export const isSource = ({ text, isComputed }: ReadText): boolean => !isComputed && !/^\**$/.test(text);

/** The same, but it is not certain that it is there. */
export function computed(value: ReadValue): ReadValue {
  if (isText(value)) return { text: value.text, isComputed: true };
  if (isList(value)) return value.map(computed);
  return isMap(value) ? { entries: new Map([...value.entries].map(([name, one]) => [name, computed(one)])) } : value;
}

export interface ReadStatement {
  readonly statement: Statement;
  readonly isComputed: boolean;
  /** Of its actions, what stands for something that is not known. */
  readonly unknownActions?: readonly string[];
}

const isText = (value: ReadValue | undefined): value is ReadText =>
  value !== undefined && !Array.isArray(value) && "text" in value;
const isList = (value: ReadValue | undefined): value is readonly ReadValue[] => Array.isArray(value);
export const isMap = (value: ReadValue | undefined): value is ReadMap =>
  value !== undefined && !isList(value) && "entries" in value;

function unknownTexts(value: ReadValue | undefined): readonly string[] {
  if (isText(value)) return value.isComputed && value.text.includes("*") ? [value.text] : [];
  return isList(value) ? value.flatMap(unknownTexts) : [];
}

const LISTS = ["Action", "NotAction", "Resource", "NotResource"] as const;
const KNOWN: ReadonlySet<string> = new Set(["Sid", "Effect", "Condition", ...LISTS]);

/** Undefined for what is no statement of an identity's policy: no Effect, or a Principal. */
export function readStatement(value: ReadValue | undefined): ReadStatement | undefined {
  if (!isMap(value)) return undefined;
  const { entries } = value;
  const [effect, sid] = [entries.get("Effect"), entries.get("Sid")];
  const isAllow = isText(effect) && effect.text === "Allow";
  if (!isText(effect) || !(isAllow || effect.text === "Deny" || effect.isComputed)) return undefined;
  if (entries.has("Principal") || entries.has("NotPrincipal")) return undefined;
  let isComputed = effect.isComputed || [...entries.keys()].some((name) => !KNOWN.has(name));
  const texts = (element: ReadValue | undefined): StringOrList => {
    if (isText(element)) {
      // What is a place and nothing else could be taken for the wildcard that it is read as.
      isComputed ||= element.isComputed || (element.hasPlace === true && /^\*+$/.test(element.text));
      return element.text;
    }
    if (!isList(element)) isComputed = true;
    return (isList(element) ? element : []).flatMap((one) => texts(one));
  };
  const lists = LISTS.flatMap((name) => (entries.has(name) ? [[name, texts(entries.get(name))] as const] : []));
  const condition = entries.get("Condition");
  const conditions = isMap(condition) ? [...condition.entries] : [];
  if (condition !== undefined && !isMap(condition)) isComputed = true;
  const statement: Statement = {
    ...(isText(sid) && !sid.isComputed ? { Sid: sid.text } : {}),
    Effect: isAllow ? "Allow" : "Deny",
    ...Object.fromEntries(lists),
    ...(conditions.length === 0
      ? {}
      : { Condition: Object.fromEntries(conditions.map(([operator, keys]) => [operator, conditionKeys(keys)])) }),
  };
  const unknownActions = unknownTexts(entries.get("Action"));
  return { statement, isComputed, ...(unknownActions.length > 0 ? { unknownActions } : {}) };

  function conditionKeys(keys: ReadValue): { readonly [key: string]: StringOrList } {
    if (!isMap(keys)) isComputed = true;
    return Object.fromEntries((isMap(keys) ? [...keys.entries] : []).map(([key, values]) => [key, texts(values)]));
  }
}
