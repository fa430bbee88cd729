/**
 * Which input values may be recorded (DESIGN D14): those that can fill an ARN or a condition, and identifiers. Generous
 * with names and ids, never with payload, free text or secrets; what the model calls sensitive is decided before.
 */
import type { MemberLocation, MemberType } from "../api-index.ts";
import type { ActionModel, AuthorizationModel, ResourceTypeModel } from "../authorization-index.ts";
import type { BotocoreShapeRef } from "./botocore-model.ts";

interface Candidate {
  readonly name: string;
  readonly wireName: string;
  readonly location: MemberLocation;
  readonly type: MemberType;
  readonly itemType?: MemberType;
  /** Of the member, or of what its list or map holds. */
  readonly shape: string;
  /** Member that holds this one, and its shape; absent at the top. */
  readonly container?: { readonly name: string; readonly shape: string };
}

export type KeepRule = (member: Candidate) => boolean;

const IDENTIFIER =
  /(?:Name|Id|ID|Arn|ARN|Role|Identifier|QueueUrl|KmsKey|KMSKey|Alias|Account)s?(?:List|Set)?$|^(?:name|id|arn|role|identifier|alias)s?$/;
/** Shapes tell what a member's name does not: `targets` that are a list of `TargetArn`. */
const ARN_SHAPE = /(?:Arn|ARN)$/;
/** What a tagging call names, and the type that a tag specification is for. */
const RESOURCE = /^(?:resources?|resourceTypes?|resourceList)$/i;
const IDENTIFIER_SNAKE = /[_-](?:name|id|arn|role)s?$/;
const PAYLOAD =
  /(?:password|passphrase|secret|secretstring|token|credentials?|body|message|messages|document|data|content|contents|text|blob|payload|privatekey|userdata|policy|template|script|query|statement|description|comment)s?$/i;
const TAGS =
  /^(?:tags?|tag_?list|tag_?set|tag_?map|tag_?specifications?|tag_?keys|tagsToAdd|tagsToRemove|tagKeyList)$/i;
const TAG_SHAPE = /Tag(?:s|List|Set|Map)?$/;
const TAG_PARTS = /^(?:tag_?)?(?:key|value)$/i;

/** Members whose names say nothing to the heuristics, but that an ARN or a condition needs. */
const ALSO_KEPT: Readonly<Record<string, readonly string[]>> = {
  appmesh: ["meshOwner"],
  chime: ["ChimeBearer"],
  codeartifact: ["domainOwner"],
  events: ["Rule"],
  iam: ["Path", "PathPrefix", "SerialNumber"],
  iot: ["principal", "target"],
  lambda: ["Qualifier"],
  s3: ["Bucket", "CopySource", "Delimiter", "Key", "Prefix", "RenameSource"],
  ses: ["FromEmailAddress", "Source"],
  ssm: ["Path"],
};

const SCALARS = new Set<MemberType>(["string", "boolean", "integer", "long"]);

/** Client tokens are random: they name nothing. */
export const isIdempotencyToken = ({ idempotencyToken }: BotocoreShapeRef): boolean => idempotencyToken === true;

const normalised = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");

/** A name without the word that says how it names: `FunctionName`, `functionArn` and `Functions` are all `function`. */
export function stem(name: string): string {
  const plain = normalised(name)
    .replace(/ies$/, "y")
    .replace(/([^s])s$/, "$1");
  return plain.replace(/(?:resourceid|name|identifier|arn|url|id)$/, "") || plain;
}

interface Wanted {
  readonly stems: ReadonlySet<string>;
  /** Long enough that one name ending in the other is no accident. */
  readonly suffixes: readonly string[];
  readonly conditions: ReadonlySet<string>;
}

function wantedBy(types: readonly ResourceTypeModel[], conditionKeys: readonly string[]): Wanted {
  const variables = types.flatMap(({ name, arns }) => [
    name,
    ...arns.flatMap((arn) => [...arn.matchAll(/\$\{(\w+)\}/g)].map(([, variable = ""]) => variable)),
  ]);
  const stems = new Set(variables.filter((name) => !/^(?:Partition|Region|Account)$/.test(name)).map(stem));
  const local = conditionKeys.map((key) => key.slice(key.indexOf(":") + 1).split("/")[0] ?? "");
  return {
    stems,
    suffixes: [...stems].filter((wanted) => wanted.length >= 4),
    conditions: new Set(local.map(normalised)),
  };
}

function fits(name: string, { stems, suffixes }: Wanted): boolean {
  const own = stem(name);
  return stems.has(own) || suffixes.some((wanted) => own.endsWith(wanted) || (own.length >= 4 && wanted.endsWith(own)));
}

function resourceTypesFor(model: AuthorizationModel, action: ActionModel | undefined): readonly ResourceTypeModel[] {
  if (action === undefined) return [...model.resourceTypes.values()];
  return action.resourceTypes.flatMap(({ name }) => model.resourceTypes.get(name) ?? []);
}

/** A tag, not any other pair of key and value: those of an environment are secrets. */
const isTag = ({ name, container }: Candidate): boolean =>
  TAGS.test(name) ||
  (container !== undefined && TAG_PARTS.test(name) && (TAGS.test(container.name) || TAG_SHAPE.test(container.shape)));

/** The rule for one operation: its same-named action says what is wanted, without one all of the prefix does. */
export function keepRuleFor(operation: string, model: AuthorizationModel | undefined): KeepRule {
  const action = model?.actions.get(operation.toLowerCase());
  const types = model === undefined ? [] : resourceTypesFor(model, action);
  const keys = [
    ...(action?.conditionKeys ?? []),
    ...(action?.resourceTypes ?? []).flatMap(({ conditionKeys }) => conditionKeys),
    ...types.flatMap(({ conditionKeys }) => conditionKeys),
  ];
  const wanted = wantedBy(types, keys);
  const also = new Set(ALSO_KEPT[model?.servicePrefix ?? ""]);
  return (member) => {
    const { name, wireName, location, type } = member;
    const held = member.itemType ?? type;
    if (!SCALARS.has(held)) return false;
    if (isTag(member)) return true;
    if (type === "map" || (held === "string" && PAYLOAD.test(name))) return false;
    if (also.has(name) || wanted.conditions.has(normalised(wireName)) || wanted.conditions.has(normalised(name))) {
      return true;
    }
    if (held === "string" && ARN_SHAPE.test(member.shape)) return true;
    if (location === "uri" || RESOURCE.test(name) || IDENTIFIER.test(name) || IDENTIFIER_SNAKE.test(name)) return true;
    return held === "string" && fits(name, wanted);
  };
}
