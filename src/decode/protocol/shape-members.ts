/**
 * Turns self-describing bodies (JSON, CBOR) into an input under the model's member names. What the model does not
 * describe passes as it is: a newer SDK may send members that our data does not know.
 */
import type { MemberModel } from "../../data/api-index.ts";
import type { JsonObject, JsonValue } from "../api-call.ts";
import { BYTES, isJsonArray, isJsonObject, jsonObject } from "../json-values.ts";

export type WireNameOf = (member: MemberModel) => string;

/** A member by the name on the wire, or by the model's name where another protocol's name was sent. */
export function findMember(
  members: readonly MemberModel[],
  name: string,
  wireNameOf: WireNameOf,
): MemberModel | undefined {
  return members.find((member) => wireNameOf(member) === name) ?? members.find((member) => member.name === name);
}

export function shapeMembers(value: JsonObject, members: readonly MemberModel[], wireNameOf: WireNameOf): JsonObject {
  const shaped: [string, JsonValue][] = [];
  for (const [name, entry] of Object.entries(value)) {
    if (entry === null) continue;
    const member = findMember(members, name, wireNameOf);
    shaped.push(member === undefined ? [name, entry] : [member.name, shapeValue(entry, member, wireNameOf)]);
  }
  return jsonObject(shaped);
}

function shapeValue(value: JsonValue, member: MemberModel, wireNameOf: WireNameOf): JsonValue {
  if (member.type === "blob") return BYTES;
  const { members } = member;
  if (members === undefined) return value;
  const shape = (entry: JsonValue): JsonValue =>
    isJsonObject(entry) ? shapeMembers(entry, members, wireNameOf) : entry;
  if (isJsonArray(value)) return value.map(shape);
  if (member.type === "map" && isJsonObject(value)) {
    return jsonObject(
      Object.entries(value).map(([key, entry]) => [key, isJsonArray(entry) ? entry.map(shape) : shape(entry)]),
    );
  }
  return shape(value);
}
