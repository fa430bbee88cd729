/**
 * The resources of a CloudFormation template whose ARNs are known: by the name that the template gives them, or by the one
 * that CloudFormation made of the stack, the logical id and a random part, where the run met it.
 */
import { InputError } from "../errors.ts";
import { parseArn } from "../iam/arn.ts";
import { arnNamer } from "../iam/named-arn.ts";
import { templateNode } from "./cloudformation-json.ts";
import { intrinsic } from "./cloudformation-value.ts";
import { parseJson } from "./json-tree.ts";
import type { Home } from "./policy-file.ts";
import type { References } from "./references.ts";
import { syntaxError } from "./source-place.ts";
import { dependentsOf } from "./template-dependencies.ts";
import { entriesOf, parseYaml, valueAt, type YamlNode } from "./yaml-tree.ts";

/** As `data/cloudformation-types.ts` has them. */
export interface ResourceType {
  readonly name: string;
  readonly attribute: string;
  readonly arn: string;
  readonly ref?: "name" | "arn";
  readonly byRef?: boolean;
  readonly unless?: readonly string[];
}

export interface TemplateSource {
  readonly text: string;
  readonly fileName: string;
  /** Keyed by `AWS::SQS::Queue`. */
  readonly types: ReadonlyMap<string, ResourceType>;
  /** Where the stack is. What is absent stands as `*` when references are read, and gives no names. */
  readonly home: Home;
  /** ARNs that the policy holds. */
  readonly observed: readonly string[];
  /** The address of the policy in this template that is to refer to the resources; absent: it will stand elsewhere. */
  readonly policy?: string;
}

/** Throws an `InputError` for a text that is no template. */
export function cloudFormationReferences(source: TemplateSource): References {
  const { types, home } = source;
  const declared = resourcesOf(source);
  const id = /(?:^|\.)Resources\.([^.]+)/.exec(source.policy ?? "")?.[1];
  const needing = id === undefined ? new Set<string>() : dependentsOf(id, declared);
  const resources = declared.flatMap(({ key, value }): readonly Resource[] => {
    const type = types.get(scalarAt(value, "Type") ?? "");
    if (type === undefined) return [];
    return [{ id: key.text, type, node: value, ...nameOf({ id: key.text, type, node: value }, source) }];
  });
  const texts = new Map(resources.flatMap((resource) => textsOf(resource, home)));
  return {
    tool: "template",
    nameOf: arnNamer(
      resources.filter((resource) => !needing.has(resource.id)).flatMap((resource) => namedArns(resource, home)),
    ),
    textOf: (expression) => texts.get(expression.trim()),
    notes: [...notesOf(resources), ...circleNotes(resources, needing)],
  };
}

interface Declared {
  readonly id: string;
  readonly type: ResourceType;
  readonly node: YamlNode;
}

interface Resource extends Declared {
  /** Undefined: the template computes it, or AWS has made it and the run did not meet it. */
  readonly name: string | undefined;
  /** Told by its form alone. */
  readonly isGuessed: boolean;
}

function resourcesOf({ text, fileName }: TemplateSource) {
  const root = templateOf(text, fileName);
  const resources = valueAt(root, "Resources") ?? valueAt(root, "resources", "Resources");
  if (resources?.kind === "map") return entriesOf(resources);
  throw new InputError("no-template", `\`${fileName}\` is no CloudFormation template: it has no Resources`);
}

function templateOf(text: string, fileName: string): YamlNode {
  if (!/^\uFEFF?\s*\{/.test(text)) return parseYaml(text, fileName);
  const root = parseJson(text.replace(/^\uFEFF/, " "));
  if ("says" in root) throw syntaxError({ fileName, text, ...root });
  return templateNode(root);
}

function nameOf(resource: Declared, { home, observed }: TemplateSource): Pick<Resource, "name" | "isGuessed"> {
  const { type, node } = resource;
  const properties = valueAt(node, "Properties");
  const given = valueAt(properties, type.name);
  const isOther = type.unless?.some((property) => valueAt(properties, property) !== undefined) === true;
  if (given !== undefined || isOther) return { name: isOther ? undefined : literalName(given, home), isGuessed: false };
  const made = madeName(resource, observed);
  return { name: made, isGuessed: made !== undefined };
}

/** Account, region and partition can be filled in; whatever else is computed cannot. */
function literalName(node: YamlNode | undefined, home: Home): string | undefined {
  if (node === undefined) return undefined;
  const called = intrinsic(node);
  const [text, isTemplate] = called === undefined ? [node, false] : [called.given, called.name === "Sub"];
  if (text.kind !== "scalar" || text.text === "" || (called !== undefined && !isTemplate)) return undefined;
  // What Serverless fills in, for no name has such signs.
  if (!isTemplate) return text.text.includes("${") ? undefined : text.text;
  let isKnown = true;
  const name = text.text.replace(/\$\{([^}]*)\}/g, (_, variable: string) => {
    const value = placeOf(variable.trim(), home);
    isKnown &&= value !== undefined;
    return value ?? "";
  });
  return isKnown ? name : undefined;
}

function placeOf(variable: string, { account, region, partition }: Home): string | undefined {
  const places = new Map([
    ["AWS::AccountId", account],
    ["AWS::Region", region],
    ["AWS::Partition", partition],
  ]);
  return places.get(variable);
}

/**
 * `STACK-LOGICALID-RANDOM`, in lower case for what knows no other
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html). Undefined where two fit.
 */
function madeName({ id, type }: Declared, observed: readonly string[]): string | undefined {
  const form = new RegExp(`^[A-Za-z][A-Za-z0-9-]*-(?:${id}-[A-Za-z0-9]{12,13}|${id.toLowerCase()}-[a-z0-9]{12,14})$`);
  const [, , namespace, , , head = "", ...tail] = type.arn.split(":");
  const [before = ""] = [head, ...tail].join(":").split("${Name}");
  const names = observed.flatMap((text) => {
    const arn = parseArn(text);
    if (arn?.serviceNamespace !== namespace || !arn?.resource.startsWith(before)) return [];
    const name = /^[^/:]+/.exec(arn.resource.slice(before.length))?.[0] ?? "";
    return form.test(name) ? [name] : [];
  });
  const [only, more] = new Set(names);
  return more === undefined ? only : undefined;
}

/** With `*` for a place that is not known. */
function arnOf({ name, type }: Resource, { partition = "*", region = "*", account = "*" }: Home): string | undefined {
  if (name === undefined) return undefined;
  const values = new Map(Object.entries({ Partition: partition, Region: region, Account: account, Name: name }));
  return type.arn.replace(/\$\{(\w+)\}/g, (_, variable: string) => values.get(variable) ?? "*");
}

/** What is made only under a condition cannot be named without it. */
function namedArns(resource: Resource, home: Home) {
  const { id, type, node } = resource;
  const arn = arnOf(resource, home);
  const needed = { "${Partition}": home.partition, "${Region}": home.region, "${Account}": home.account };
  const isPlaced = Object.entries(needed).every(([place, value]) => value !== undefined || !type.arn.includes(place));
  if (arn === undefined || !isPlaced || valueAt(node, "Condition") !== undefined) return [];
  return [{ arn, expression: type.byRef === true ? id : `${id}.${type.attribute}` }];
}

function textsOf(resource: Resource, home: Home): readonly (readonly [string, string])[] {
  const { id, name, type } = resource;
  const arn = arnOf(resource, home);
  if (arn === undefined || name === undefined) return [];
  const reference = type.ref === undefined ? [] : [[id, type.ref === "arn" ? arn : name] as const];
  return [[`${id}.${type.attribute}`, arn], ...reference];
}

function notesOf(resources: readonly Resource[]): readonly string[] {
  const guessed = resources
    .filter(({ isGuessed }) => isGuessed)
    .map(({ id, name }) => `\`${name}\` is taken for \`${id}\`, by the form of the name`);
  const unknown = resources.filter(({ name }) => name === undefined).map(({ id }) => id);
  if (unknown.length === 0) return guessed;
  const more = unknown.length > 3 ? ` and ${unknown.length - 3} more` : "";
  return [
    ...guessed,
    `no reference for ${unknown.slice(0, 3).join(", ")}${more}: the template does not say what they are called`,
  ];
}

function circleNotes(resources: readonly Resource[], needing: ReadonlySet<string>): readonly string[] {
  const ids = resources.filter(({ id, name }) => needing.has(id) && name !== undefined).map(({ id }) => id);
  return ids.length === 0 ? [] : [`no reference to ${ids.join(", ")}: what needs the policy cannot be needed by it`];
}

function scalarAt(node: YamlNode, key: string): string | undefined {
  const value = valueAt(node, key);
  return value?.kind === "scalar" ? value.text : undefined;
}
