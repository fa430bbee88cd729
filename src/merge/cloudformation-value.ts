/**
 * Values of CloudFormation templates as IAM would read them: intrinsic functions in their short form (`!Sub`) and their long
 * one (`Fn::Sub`). Account, region and partition become `*`, which is all they can vary in; what else is computed says so.
 */
import { type ReadText, type ReadValue, readText } from "./read-statement.ts";
import type { References } from "./references.ts";
import type { YamlMap, YamlNode } from "./yaml-tree.ts";

/** What a scalar's text says before any function of the template is applied. */
export type ReadScalar = (text: string) => ReadText;

export const literal: ReadScalar = (text) => ({ text, isComputed: false });

const COMPUTED: ReadText = { text: "*", isComputed: true };
const PLACE: ReadText = { text: "*", isComputed: false, hasPlace: true };
const PLACES = new Set(["AWS::AccountId", "AWS::Region", "AWS::Partition", "AWS::URLSuffix"]);

/** A function of the template, and what it is given; undefined for plain values. */
export function intrinsic(node: YamlNode): { readonly name: string; readonly given: YamlNode } | undefined {
  if (node.tag !== undefined) {
    return node.tag.startsWith("!!") || node.tag.startsWith("tag:")
      ? undefined
      : { name: node.tag.slice(1), given: node };
  }
  const [only, more] = node.kind === "map" ? node.entries : [];
  if (only === undefined || more !== undefined) return undefined;
  const name = /^(?:Fn::(?=.)|(?=(?:Ref|Condition)$))(.*)$/.exec(only.key.text)?.[1];
  return name === undefined ? undefined : { name, given: only.value };
}

/** How the texts of a template are read. */
export interface TemplateReading {
  readonly readScalar: ReadScalar;
  /** What is known of the template's resources. */
  readonly references?: References | undefined;
}

const LITERAL: TemplateReading = { readScalar: literal };

export function readTemplateValue(node: YamlNode, read: TemplateReading = LITERAL): ReadValue {
  const called = intrinsic(node);
  if (called !== undefined) return readCall(called.name, called.given, read);
  if (node.kind === "scalar") return read.readScalar(node.text);
  if (node.kind === "list") return node.items.flatMap((item) => flattened(item, readTemplateValue(item, read)));
  const entries = node.entries.map(({ key, value }) => [key.text, readTemplateValue(value, read)] as const);
  return { entries: new Map(entries) };
}

/** A choice in a list gives items of that list; a nested list stays one. */
function flattened(node: YamlNode, value: ReadValue): readonly ReadValue[] {
  return intrinsic(node)?.name === "If" && isList(value) ? value : [value];
}

const isList = (value: ReadValue): value is readonly ReadValue[] => Array.isArray(value);

function readCall(name: string, given: YamlNode, read: TemplateReading): ReadValue {
  if (name === "Sub") return readSub(given, read);
  if (name === "Ref" && given.kind === "scalar") return resourceText(given.text, read);
  if (name === "GetAtt") return resourceText(attributeText(given), read);
  if (name === "Join" && given.kind === "list") return readJoin(given.items, read);
  return name === "If" ? [...branches(given)].map((branch) => computed(readTemplateValue(branch, read))) : COMPUTED;
}

/** What `!If [condition, this, that]` may give, without `AWS::NoValue`. */
export function branches(given: YamlNode): readonly YamlNode[] {
  if (given.kind !== "list") return [];
  return given.items.slice(1).filter((branch) => {
    const called = intrinsic(branch);
    return !(called?.name === "Ref" && called.given.kind === "scalar" && called.given.text === "AWS::NoValue");
  });
}

function computed(value: ReadValue): ReadValue {
  if (isList(value)) return value.map(computed);
  return "text" in value ? { ...value, isComputed: true } : value;
}

function readSub(given: YamlNode, read: TemplateReading): ReadText {
  const [template, names] = given.kind === "list" ? given.items : [given];
  if (template?.kind !== "scalar") return COMPUTED;
  const before = read.readScalar(template.text);
  const named = names?.kind === "map" ? names : undefined;
  let { isComputed, hasPlace = false } = before;
  const text = before.text.replace(/\$\{([^{}]*)\}/g, (whole: string, name: string) => {
    if (name.startsWith("!")) return `\${${name.slice(1)}}`;
    // What IAM escapes (`${*}`) is no name to CloudFormation.
    if (/^[*?$]$/.test(name)) return whole;
    const part = substitute(name.trim(), named, read);
    isComputed ||= part.isComputed;
    hasPlace ||= part.hasPlace === true;
    return part.text;
  });
  return readText(text, { isComputed, hasPlace });
}

function substitute(name: string, names: YamlMap | undefined, read: TemplateReading): ReadText {
  const own = names?.entries.find(({ key }) => key.text === name);
  if (own === undefined) return resourceText(name, read);
  const value = readTemplateValue(own.value, read);
  return !isList(value) && "text" in value ? value : COMPUTED;
}

function readJoin([delimiter, parts]: readonly YamlNode[], read: TemplateReading): ReadText {
  if (delimiter?.kind !== "scalar" || parts?.kind !== "list" || intrinsic(parts) !== undefined) return COMPUTED;
  const texts = parts.items.map((part) => {
    const value = readTemplateValue(part, read);
    return !isList(value) && "text" in value ? value : COMPUTED;
  });
  return readText(texts.map(({ text }) => text).join(delimiter.text), {
    isComputed: texts.some(({ isComputed }) => isComputed),
    hasPlace: texts.some(({ hasPlace }) => hasPlace === true),
  });
}

/** A pseudo parameter, or what is known of a resource. */
function resourceText(name: string, { references }: TemplateReading): ReadText {
  const text = references?.textOf(name);
  if (text !== undefined) return { text, isComputed: false };
  return PLACES.has(name) && references?.isOpen?.(name) !== true ? PLACE : COMPUTED;
}

/** `Queue.Arn`, however it is written. */
function attributeText(given: YamlNode): string {
  if (given.kind === "scalar") return given.text;
  return given.kind === "list" ? given.items.map((item) => (item.kind === "scalar" ? item.text : "")).join(".") : "";
}
