/**
 * The resources of a Terraform state or plan, as `terraform show -json` prints it
 * (https://developer.hashicorp.com/terraform/internals/json-format): their ARNs by value, so that no table of resource types
 * is needed.
 */
import { InputError } from "../errors.ts";
import { parseArn } from "../iam/arn.ts";
import { arnNamer, type NamedArn } from "../iam/named-arn.ts";
import type { References } from "./references.ts";

interface Resource {
  /** `aws_s3_bucket.uploads["eu"]`, `module.storage.aws_s3_bucket.uploads`, `data.aws_sqs_queue.jobs`. */
  readonly address: string;
  readonly type: string;
  readonly isData: boolean;
  /** `module.storage.`, `module.a["x"].module.b.`; empty in the root. */
  readonly module: string;
  readonly dependsOn: readonly string[];
  /** Its texts that are not sensitive. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Whoever runs Terraform, which is nothing that the configuration makes. */
const CALLER = "aws_caller_identity";

/** Where the references will stand. */
export interface TerraformPlace {
  /** The address of the policy; absent: it is a new one. */
  readonly policy?: string;
  /** `aws_s3_bucket.uploads`, `data.aws_sqs_queue.jobs`: all that its folder declares. Absent: what the root module does. */
  readonly declared?: ReadonlySet<string>;
}

/** Throws an `InputError` for a text that is something else. */
export function terraformReferences(text: string, fileName: string, place: TerraformPlace = {}): References {
  const root = parsed(text, fileName);
  const resources = resourcesIn(root);
  if (resources === undefined) {
    throw new InputError("no-terraform-state", `\`${fileName}\` is no state or plan of Terraform in JSON`, {
      hint: "terraform show -json > state.json",
    });
  }
  const module = moduleOf(resources, place.declared);
  const here = resources.filter((resource) => resource.module === module);
  const texts = new Map(
    here.flatMap((resource) =>
      [...resource.texts].map(([name, value]): [string, string] => [`${localAddress(resource)}.${name}`, value]),
    ),
  );
  for (const [name, value] of module === "" ? variablesIn(root) : []) texts.set(`var.${name}`, value);
  const policy = /^(?:data\.)?[\w-]+\.[\w-]+/.exec(place.policy ?? "")?.[0];
  const isNeeding = ({ dependsOn }: Resource): boolean => policy !== undefined && dependsOn.includes(module + policy);
  const named = here.filter((one) => place.declared?.has(declaredName(one)) !== false && !isNeeding(one));
  return {
    tool: "terraform",
    nameOf: arnNamer([...named].sort(byName).flatMap(namedArns)),
    textOf: (expression) => texts.get(expression.trim()),
    notes: [...moduleNotes(resources, module), ...circleNotes(here.filter(isNeeding))],
  };
}

const localAddress = ({ address, module }: Resource): string => address.slice(module.length);

const declaredName = (resource: Resource): string => localAddress(resource).replace(/\[.*/, "");

/** The module whose resources the folder declares most of; of equals the root, else none: a module that is used twice has two. */
function moduleOf(resources: readonly Resource[], declared: ReadonlySet<string> | undefined): string {
  if (declared === undefined) return "";
  const modules = [...new Set(["", ...resources.map(({ module }) => module)])];
  const shares = modules.map((module) => {
    const all = resources.filter((resource) => resource.module === module);
    const known = all.filter((resource) => declared.has(declaredName(resource)));
    return { module, share: all.length === 0 ? 0 : known.length / all.length };
  });
  const most = Math.max(...shares.map(({ share }) => share));
  const [first, second] = shares.filter(({ share }) => share === most);
  return first === undefined || first.module === "" || second !== undefined ? "" : first.module;
}

function parsed(text: string, fileName: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError("no-terraform-state", `\`${fileName}\` is no JSON`, {
      cause: error,
      hint: "terraform show -json > state.json",
    });
  }
}

/** A plan has what is to be, and in its prior state the data sources that were read; a state has its values. */
function resourcesIn(root: unknown): readonly Resource[] | undefined {
  const values = at(root, "planned_values") ?? at(root, "values");
  const isPlan = at(root, "planned_values") !== undefined;
  if (values === undefined && at(root, "format_version") === undefined) return undefined;
  const before = isPlan ? resourcesOf(at(at(at(root, "prior_state"), "values"), "root_module")) : [];
  const needs = new Map(before.map(({ address, dependsOn }) => [address, dependsOn]));
  const after = resourcesOf(at(values, "root_module"));
  return [
    ...after.map((resource) => ({ ...resource, dependsOn: needs.get(resource.address) ?? resource.dependsOn })),
    ...before.filter(({ isData }) => isData),
  ];
}

function resourcesOf(module: unknown): readonly Resource[] {
  return [...listAt(module, "resources").map(resourceOf), ...listAt(module, "child_modules").flatMap(resourcesOf)];
}

function resourceOf(resource: unknown): Resource {
  const [address, type] = [textAt(resource, "address"), textAt(resource, "type")];
  const sensitive = at(resource, "sensitive_values");
  const texts = Object.entries(Object(at(resource, "values"))).flatMap(([name, value]): [string, string][] =>
    typeof value === "string" && at(sensitive, name) === undefined ? [[name, value]] : [],
  );
  const isData = textAt(resource, "mode") === "data";
  const module = /^(?:module\.[\w-]+(?:\[(?:\d+|"[^"]*")\])?\.)*/.exec(address)?.[0] ?? "";
  const dependsOn = listAt(resource, "depends_on").filter((one) => typeof one === "string");
  return { address, type, isData, module, dependsOn, texts: new Map(texts) };
}

function variablesIn(root: unknown): readonly (readonly [string, string])[] {
  return Object.entries(Object(at(root, "variables"))).flatMap(([name, variable]): [string, string][] => {
    const value = at(variable, "value");
    return typeof value === "string" ? [[name, value]] : [];
  });
}

/** Its own ARN, and what it has below it, such as the stream of a table; `id` where that is the ARN. */
function namedArns(resource: Resource): readonly NamedArn[] {
  const { type, texts } = resource;
  const own = texts.get("arn") ?? texts.get("id") ?? "";
  if (parseArn(own) === undefined || type === CALLER) return [];
  const within = [...texts].filter(
    ([name, value]) => /_arn$/.test(name) && /^[/:]/.test(value.slice(own.length)) && value.startsWith(own),
  );
  const name = texts.has("arn") ? "arn" : "id";
  return [[name, own] as const, ...within].map(([attribute, arn]) => ({
    arn,
    expression: `${localAddress(resource)}.${attribute}`,
  }));
}

/**
 * Policies and versions of a resource repeat its ARN: what makes it has the shortest type (`aws_sns_topic`, not
 * `aws_sns_topic_policy`); what the configuration makes goes before what it looks up.
 */
function byName(one: Resource, other: Resource): number {
  return (
    Number(one.isData) - Number(other.isData) ||
    Number(!one.texts.has("arn")) - Number(!other.texts.has("arn")) ||
    one.type.length - other.type.length ||
    (one.address < other.address ? -1 : 1)
  );
}

function moduleNotes(resources: readonly Resource[], module: string): readonly string[] {
  const hidden = resources.filter((resource) => resource.module !== module && namedArns(resource).length > 0);
  if (hidden.length === 0) return [];
  return [`what another module makes keeps its ARN, because it has no name here: ${listed(hidden)}`];
}

function circleNotes(needing: readonly Resource[]): readonly string[] {
  const named = needing.filter((resource) => namedArns(resource).length > 0);
  return named.length === 0 ? [] : [`no reference to ${listed(named)}: what needs the policy cannot be needed by it`];
}

const listed = ([first, ...more]: readonly Resource[]): string =>
  `${first?.address}${more.length > 0 ? ` and ${more.length} more` : ""}`;

const at = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? new Map(Object.entries(value)).get(name) : undefined;

function listAt(value: unknown, name: string): readonly unknown[] {
  const list = at(value, name);
  return Array.isArray(list) ? list : [];
}

function textAt(value: unknown, name: string): string {
  const text = at(value, name);
  return typeof text === "string" ? text : "";
}
