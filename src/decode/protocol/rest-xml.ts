/** restXml bodies: one element that is the payload, or one that holds the members. See https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html */
import type { MemberModel, OperationModel } from "../../data/api-index.ts";
import type { JsonObject, JsonValue } from "../api-call.ts";
import { BYTES, isJsonArray, isJsonObject, jsonObject } from "../json-values.ts";
import { scalarOf } from "./scalar.ts";
import { findMember } from "./shape-members.ts";
import { parseXml } from "./xml-reader.ts";

const asList = (value: JsonValue | undefined): readonly JsonValue[] =>
  value === undefined || value === "" ? [] : isJsonArray(value) ? value : [value];

function entriesOf(value: JsonValue, member: MemberModel): readonly JsonValue[] {
  if (member.flattened === true || !isJsonObject(value)) return asList(value);
  const names = Object.keys(value);
  const name =
    [member.itemName, "member", "item"].find((name) => name !== undefined && names.includes(name)) ?? names[0];
  return name === undefined ? [] : asList(value[name]);
}

function shapeEntry(value: JsonValue, { members, itemType }: MemberModel): JsonValue {
  if (isJsonObject(value)) return members === undefined ? value : shapeXml(value, members);
  return typeof value === "string" ? scalarOf(value, itemType) : value;
}

function shapeMap(value: JsonValue, member: MemberModel): JsonValue {
  return jsonObject(
    entriesOf(value, { ...member, itemName: member.itemName ?? "entry" }).flatMap((entry): [string, JsonValue][] => {
      if (!isJsonObject(entry)) return [];
      const key = entry["key"] ?? entry["Key"] ?? entry["Name"];
      const content = entry["value"] ?? entry["Value"] ?? "";
      return typeof key === "string" ? [[key, shapeEntry(content, member)]] : [];
    }),
  );
}

function shapeElement(value: JsonValue, member: MemberModel): JsonValue {
  if (member.type === "list") return entriesOf(value, member).map((entry) => shapeEntry(entry, member));
  if (member.type === "map") return shapeMap(value, member);
  if (typeof value === "string") return member.type === "structure" ? {} : scalarOf(value, member.type);
  return isJsonObject(value) && member.members !== undefined ? shapeXml(value, member.members) : value;
}

function shapeXml(value: JsonObject, members: readonly MemberModel[]): JsonObject {
  return jsonObject(
    Object.entries(value).map(([name, entry]): [string, JsonValue] => {
      const member = findMember(members, name, ({ wireName }) => wireName);
      return member === undefined ? [name, entry] : [member.name, shapeElement(entry, member)];
    }),
  );
}

export function readRestXmlBody(bytes: Uint8Array, { members }: OperationModel): JsonObject {
  if (bytes.length === 0) return {};
  const payload = members.find(({ location }) => location === "payload");
  if (payload !== undefined && payload.type !== "structure") return jsonObject([[payload.name, BYTES]]);
  const content = parseXml(bytes)?.content;
  if (payload !== undefined) return jsonObject([[payload.name, shapeElement(content ?? "", payload)]]);
  if (!isJsonObject(content)) return {};
  return shapeXml(
    content,
    members.filter(({ location }) => location === "body"),
  );
}
