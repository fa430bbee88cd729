/**
 * Conditions that the request itself shows to hold, resource by resource: the caller may bind the policy to them
 * (`--conditions tight`). Only keys that AWS lists for the action and the type of the resource; the records in `services/`
 * know which members hold their values.
 */
import type { ActionModel, AuthorizationModel } from "../data/authorization-index.ts";
import type { JsonValue } from "../decode/api-call.ts";
import type { ConditionBlock } from "../iam/condition.ts";
import {
  OBSERVED_ENDPOINT,
  type ObservedKey,
  observedEndpoint,
  observedKeysOf,
  REQUEST_TAGS,
} from "../services/observed-keys.ts";
import type { CallQuestion } from "./call-question.ts";
import { type CallView, textsAt, valuesAt } from "./call-view.ts";
import { formOf } from "./input-arns.ts";
import { inPolicySyntax, isSpelled, literal } from "./policy-text.ts";
import type { RequiredPermission } from "./required-permission.ts";

/** More would leave too little of a policy for what it allows. */
const MOST_CHARACTERS = 1000;

/** The same permissions; `observedConditions` holds those of each resource that has some. */
export function withObservedConditions(
  question: CallQuestion,
  permissions: readonly RequiredPermission[],
): readonly RequiredPermission[] {
  const facts = factsOf(question.view);
  if (facts === undefined) return permissions;
  return permissions.map((permission) => {
    const { action, resources, origin } = permission;
    if (origin !== "direct" && origin !== "dependent") return permission;
    const [prefix = "", name = ""] = action.split(":");
    const model = question.authorization.load(prefix.toLowerCase());
    const listed = model?.actions.get(name.toLowerCase());
    if (model === undefined || listed === undefined) return permission;
    const entries = resources.flatMap((resource): [string, ConditionBlock][] => {
      const conditions = conditionsOn(facts, {
        permission,
        keys: keysListed(listed, model, resource),
        resource,
        model,
      });
      return conditions === undefined ? [] : [[resource, conditions]];
    });
    return entries.length === 0 ? permission : { ...permission, observedConditions: Object.fromEntries(entries) };
  });
}

interface Tag {
  readonly key: string;
  /** Undefined where it was not kept, or is empty. */
  readonly value: string | undefined;
}

interface Facts {
  readonly rows: readonly { readonly row: ObservedKey; readonly values: readonly (readonly [string, string])[] }[];
  /** Of all that the request makes or tags. */
  readonly tags: readonly Tag[];
  readonly tagsByType: ReadonlyMap<string, readonly Tag[]>;
  readonly removedTags: readonly string[];
  readonly endpoint: string | undefined;
}

const TAGGING_MEMBERS: ReadonlySet<string> = new Set([
  ...REQUEST_TAGS.members,
  ...REQUEST_TAGS.removed,
  REQUEST_TAGS.byType.member,
]);

/** Undefined for nearly all calls: those that show nothing. */
function factsOf(view: CallView): Facts | undefined {
  const { sdkId, operation, hostname, members, inputTruncated } = view.call;
  const isTagged = members.some((member) => TAGGING_MEMBERS.has(member));
  const keys = observedKeysOf(sdkId, operation);
  const endpoint = observedEndpoint(hostname);
  if (inputTruncated || (!isTagged && keys.length === 0 && endpoint === undefined)) return undefined;
  const rows = keys.map((row) => ({ row, values: valuesOf(row, view) }));
  const tags = REQUEST_TAGS.members.flatMap((member) => tagsIn(view.call.input[member]));
  const { byType } = REQUEST_TAGS;
  const specifications = members.includes(byType.member) ? valuesAt(view, `${byType.member}[]`) : [];
  const tagsByType = new Map(specifications.flatMap((value) => tagsOfType(value)));
  const removedTags = REQUEST_TAGS.removed.flatMap((member) => textsAt(view, `${member}[]`));
  const isEmpty =
    rows.every(({ values }) => values.length === 0) && tags.length + tagsByType.size + removedTags.length === 0;
  return isEmpty && endpoint === undefined ? undefined : { rows, tags, tagsByType, removedTags, endpoint };
}

function valuesOf({ key, path }: ObservedKey, view: CallView): readonly (readonly [string, string])[] {
  const [stem = "", isMap] = key.split("${");
  if (isMap === undefined) return textsAt(view, path).map((text) => [key, text] as const);
  return valuesAt(view, path).flatMap((map) => entriesOf(map).map(([name, text]) => [stem + name, text] as const));
}

const isObject = (value: JsonValue | undefined): value is { readonly [key: string]: JsonValue } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const entriesOf = (map: JsonValue | undefined): [string, string][] =>
  isObject(map) ? Object.entries(map).flatMap(([name, text]) => (typeof text === "string" ? [[name, text]] : [])) : [];

function tagsIn(value: JsonValue | undefined): readonly Tag[] {
  if (!Array.isArray(value)) return entriesOf(value).map(([key, text]) => ({ key, value: text || undefined }));
  return value.flatMap((item: JsonValue) => {
    if (!isObject(item)) return [];
    const [keyName, valueName] = REQUEST_TAGS.forms.find(([name]) => typeof item[name] === "string") ?? [];
    const [key, text] = [item[keyName ?? ""], item[valueName ?? ""]];
    return typeof key === "string" ? [{ key, value: typeof text === "string" && text !== "" ? text : undefined }] : [];
  });
}

function tagsOfType(specification: JsonValue): [string, readonly Tag[]][] {
  if (!isObject(specification)) return [];
  const { type, tags } = REQUEST_TAGS.byType;
  const name = specification[type];
  return typeof name === "string" ? [[name, tagsIn(specification[tags])]] : [];
}

/** Those of the action, and those that all the types have which the resource may be. */
function keysListed(action: ActionModel, model: AuthorizationModel, resource: string): ReadonlySet<string> {
  const types = formOf(resource, model)?.types ?? [];
  const listed = types.map((type) => action.resourceTypes.find(({ name }) => name === type)?.conditionKeys ?? []);
  const [first = [], ...others] = listed;
  return new Set([...action.conditionKeys, ...first.filter((key) => others.every((keys) => keys.includes(key)))]);
}

interface Subject {
  readonly permission: RequiredPermission;
  readonly keys: ReadonlySet<string>;
  readonly resource: string;
  readonly model: AuthorizationModel;
}

function conditionsOn(facts: Facts, { permission, keys, resource, model }: Subject): ConditionBlock | undefined {
  const { action, origin } = permission;
  const rows = facts.rows.filter(({ row }) => row.actions.includes(action) && keys.has(row.key));
  const ofTypes = (formOf(resource, model)?.types ?? []).flatMap((type) => facts.tagsByType.get(type) ?? []);
  const tags = [...facts.tags, ...ofTypes];
  const endpoint: readonly (readonly [string, string])[] =
    facts.endpoint !== undefined && origin === "direct" ? [[OBSERVED_ENDPOINT.key, facts.endpoint]] : [];
  const equal = singleValues([
    ...rows.flatMap(({ values }) => values),
    ...endpoint,
    ...(keys.has(REQUEST_TAGS.valueKey) ? tags.flatMap(tagValue) : []),
  ]);
  const names = keys.has(REQUEST_TAGS.namesKey) ? spelled([...tags.map(({ key }) => key), ...facts.removedTags]) : [];
  const block: ConditionBlock = {
    ...(Object.keys(equal).length === 0 ? {} : { StringEquals: equal }),
    // For all of no values is true: without `Null` a request without tags would be allowed too.
    ...(names.length === 0
      ? {}
      : {
          "ForAllValues:StringEquals": { [REQUEST_TAGS.namesKey]: names },
          Null: { [REQUEST_TAGS.namesKey]: ["false"] },
        }),
  };
  const length = JSON.stringify(block).length;
  return length === 2 || length > MOST_CHARACTERS ? undefined : block;
}

const tagValue = ({ key, value }: Tag): [string, string][] =>
  value === undefined ? [] : [[REQUEST_TAGS.valueKey.replace("${TagKey}", key), value]];

/** Keys are compared without case: one that the request has twice, or that a policy cannot spell, is left out. */
function singleValues(entries: readonly (readonly [string, string])[]): Record<string, readonly string[]> {
  const named = (key: string) => entries.filter(([other]) => other.toLowerCase() === key.toLowerCase());
  const usable = entries.filter(
    ([key, value]) => named(key).length === 1 && isPlainKey(key) && isSpelled(literal(value)),
  );
  return Object.fromEntries(usable.map(([key, value]) => [key, [inPolicySyntax(literal(value)).text]]));
}

const isPlainKey = (key: string): boolean => /^[\w .:/=+@-]+$/.test(key);

/** None where one of them cannot be spelled: a condition on the others would refuse the request. */
function spelled(names: readonly string[]): readonly string[] {
  const texts = [...new Set(names)].sort().map(literal);
  return texts.every(isSpelled) ? texts.map((text) => inPolicySyntax(text).text) : [];
}
