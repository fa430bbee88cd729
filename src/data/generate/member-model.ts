/** From a botocore shape to our member model: location, wire names of every protocol, types, and the nested members worth having. */
import type { MemberModel, MemberType } from "../api-index.ts";
import type { BotocoreModel, BotocoreShape, BotocoreShapeRef } from "./botocore-model.ts";
import { type FormFamily, formName } from "./form-name.ts";
import { isIdempotencyToken, type KeepRule } from "./keep-rule.ts";

const MAX_NESTING = 4;

export interface MemberContext {
  readonly shapes: BotocoreModel["shapes"];
  /** Family of the names that go on the wire first; `plain` for JSON, CBOR and XML. */
  readonly wire: "plain" | FormFamily;
  /** Set where an API that is not a form API first also takes query forms. */
  readonly alsoQuery: boolean;
  /** Query names that the JSON model no longer carries. */
  readonly queryNames: Readonly<Record<string, string>>;
  readonly keep: KeepRule;
}

interface Place {
  readonly depth: number;
  readonly isPayload: boolean;
  /** The parent is a payload: all its members are kept, so that it can be read by name. */
  readonly inPayload: boolean;
  readonly required: boolean;
  /** Structures above; a structure inside itself is not followed. */
  readonly above: ReadonlySet<string>;
  readonly container?: { readonly name: string; readonly shape: string };
}

export const TOP: Place = { depth: 0, isPayload: false, inPayload: false, required: false, above: new Set() };

export function typeOf(shape: BotocoreShape): MemberType {
  if (shape.document === true) return "document";
  return shape.eventstream === true ? "event-stream" : shape.type;
}

function locationOf(ref: BotocoreShapeRef, shape: BotocoreShape, isPayload: boolean): MemberModel["location"] {
  if (isPayload) return "payload";
  if (ref.location === "querystring") return shape.type === "map" ? "query-map" : "query";
  return ref.location === undefined || ref.location === "statusCode" ? "body" : ref.location;
}

const shapeOf = ({ shapes }: MemberContext, ref: BotocoreShapeRef): BotocoreShape => {
  const shape = shapes[ref.shape];
  if (shape === undefined) throw new Error(`botocore data: no shape \`${ref.shape}\``);
  return shape;
};

/** A list or map is as sensitive as what it holds; a structure's members speak for themselves. */
function isSensitive(context: MemberContext, shape: BotocoreShape, depth = 0): boolean {
  if (shape.sensitive === true) return true;
  const held = [shape.member, shape.key, shape.value].filter((ref) => ref !== undefined);
  return depth < MAX_NESTING && held.some((ref) => isSensitive(context, shapeOf(context, ref), depth + 1));
}

function namesOf(context: MemberContext, name: string, ref: BotocoreShapeRef, shape: BotocoreShape) {
  if (context.wire !== "plain" && ref.location === undefined) {
    return { wireName: formName(context.wire, { name, ref, shape }) };
  }
  const wireName = ref.locationName ?? name;
  const form = context.queryNames[ref.shape] ?? context.queryNames[name] ?? formName("query", { name, ref, shape });
  return context.alsoQuery && form !== wireName ? { wireName, queryName: form } : { wireName };
}

function itemOf(context: MemberContext, shape: BotocoreShape, flattened: boolean) {
  const item = shape.member ?? shape.value;
  if (item === undefined) return {};
  const itemName = item.locationName;
  const isDefault = itemName === undefined || itemName === "member" || context.wire === "ec2" || shape.type === "map";
  const isName = flattened && context.wire === "query";
  return { itemType: typeOf(shapeOf(context, item)), ...(isDefault || isName ? {} : { itemName }) };
}

/** The structure that a member is, or that its lists and maps hold in the end. */
function structureIn(context: MemberContext, ref: BotocoreShapeRef): string | undefined {
  let name = ref.shape;
  for (let hop = 0; hop < MAX_NESTING; hop += 1) {
    const shape = shapeOf(context, { shape: name });
    if (shape.type === "structure") {
      return shape.document === true || shape.eventstream === true ? undefined : name;
    }
    const next = shape.member ?? shape.value;
    if (next === undefined) return undefined;
    name = next.shape;
  }
  return undefined;
}

function nestedMembers(
  context: MemberContext,
  container: { readonly name: string; readonly shape: string },
  place: Place,
): readonly MemberModel[] {
  const name = structureIn(context, container);
  if (name === undefined || place.depth >= MAX_NESTING || place.above.has(name)) return [];
  return membersOf(context, shapeOf(context, { shape: name }), {
    ...place,
    depth: place.depth + 1,
    isPayload: false,
    inPayload: place.isPayload,
    above: new Set([...place.above, name]),
    container,
  });
}

/** The members of a structure: all of them at the top and in a payload, deeper only what is worth keeping. */
export function membersOf(context: MemberContext, structure: BotocoreShape, place: Place): readonly MemberModel[] {
  const members = Object.entries(structure.members ?? {}).map(([name, ref]) =>
    memberOf(context, name, ref, {
      ...place,
      isPayload: place.depth === 0 && structure.payload === name,
      required: structure.required?.includes(name) === true,
    }),
  );
  if (place.depth === 0 || place.inPayload) return members;
  return members.filter(({ keep, members, name, wireName }) => keep || members !== undefined || wireName !== name);
}

function memberOf(context: MemberContext, name: string, ref: BotocoreShapeRef, place: Place): MemberModel {
  const shape = shapeOf(context, ref);
  const flattened = (ref.flattened ?? shape.flattened) === true;
  const sensitive = isSensitive(context, shape);
  const location = locationOf(ref, shape, place.isPayload);
  const names = namesOf(context, name, ref, shape);
  const item = itemOf(context, shape, flattened);
  const nested = sensitive ? [] : nestedMembers(context, { name, shape: ref.shape }, place);
  const type = typeOf(shape);
  const { container } = place;
  const held = (shape.member ?? shape.value ?? ref).shape;
  const own = { name, location, type, shape: held, wireName: names.wireName, ...item };
  const candidate = { ...own, ...(container && { container }) };
  return {
    name,
    ...names,
    location,
    type,
    required: place.required,
    sensitive,
    keep: !sensitive && !isIdempotencyToken(ref) && context.keep(candidate),
    ...(ref.hostLabel === true ? { hostLabel: true } : {}),
    ...(flattened ? { flattened: true } : {}),
    ...item,
    ...(nested.length > 0 ? { members: nested } : {}),
  };
}
