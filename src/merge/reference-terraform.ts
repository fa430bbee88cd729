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
  readonly isInModule: boolean;
  /** Its texts that are not sensitive. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Whoever runs Terraform, which is nothing that the configuration makes. */
const CALLER = "aws_caller_identity";

/** Throws an `InputError` for a text that is something else. */
export function terraformReferences(text: string, fileName: string): References {
  const root = parsed(text, fileName);
  const resources = resourcesIn(root);
  if (resources === undefined) {
    throw new InputError("no-terraform-state", `\`${fileName}\` is no state or plan of Terraform in JSON`, {
      hint: "terraform show -json > state.json",
    });
  }
  const inRoot = resources.filter(({ isInModule }) => !isInModule);
  const texts = new Map(
    inRoot.flatMap(({ address, texts: own }) =>
      [...own].map(([name, value]): [string, string] => [`${address}.${name}`, value]),
    ),
  );
  for (const [name, value] of variablesIn(root)) texts.set(`var.${name}`, value);
  return {
    tool: "terraform",
    nameOf: arnNamer([...inRoot].sort(byName).flatMap(namedArns)),
    textOf: (expression) => texts.get(expression.trim()),
    notes: moduleNotes(resources),
  };
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
  return [...resourcesOf(at(values, "root_module")), ...before.filter(({ isData }) => isData)];
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
  return { address, type, isData, isInModule: address.startsWith("module."), texts: new Map(texts) };
}

function variablesIn(root: unknown): readonly (readonly [string, string])[] {
  return Object.entries(Object(at(root, "variables"))).flatMap(([name, variable]): [string, string][] => {
    const value = at(variable, "value");
    return typeof value === "string" ? [[name, value]] : [];
  });
}

/** Its own ARN, and what it has below it, such as the stream of a table; `id` where that is the ARN. */
function namedArns({ address, type, texts }: Resource): readonly NamedArn[] {
  const own = texts.get("arn") ?? texts.get("id") ?? "";
  if (parseArn(own) === undefined || type === CALLER) return [];
  const within = [...texts].filter(
    ([name, value]) => /_arn$/.test(name) && /^[/:]/.test(value.slice(own.length)) && value.startsWith(own),
  );
  const name = texts.has("arn") ? "arn" : "id";
  return [[name, own] as const, ...within].map(([attribute, arn]) => ({ arn, expression: `${address}.${attribute}` }));
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

function moduleNotes(resources: readonly Resource[]): readonly string[] {
  const hidden = resources.filter((resource) => resource.isInModule && namedArns(resource).length > 0);
  const [first] = hidden;
  if (first === undefined) return [];
  const which = `${first.address}${hidden.length > 1 ? ` and ${hidden.length - 1} more` : ""}`;
  return [`what is made inside a module keeps its ARN, because no other module can name it: ${which}`];
}

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
