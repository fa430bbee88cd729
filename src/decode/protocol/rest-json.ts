/** restJson1 bodies: the members without another place, or one payload member. See https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html */
import type { OperationModel } from "../../data/api-index.ts";
import type { JsonObject } from "../api-call.ts";
import { BYTES, isJsonObject, jsonObject } from "../json-values.ts";
import { parseJson, readJsonBody } from "./json.ts";
import { shapeMembers } from "./shape-members.ts";

export function readRestJsonBody(bytes: Uint8Array, { members }: OperationModel): JsonObject {
  const payload = members.find(({ location }) => location === "payload");
  if (payload === undefined) {
    return readJsonBody(
      bytes,
      members.filter(({ location }) => location === "body"),
    );
  }
  if (bytes.length === 0) return {};
  if (
    payload.type !== "structure" &&
    payload.type !== "document" &&
    payload.type !== "list" &&
    payload.type !== "map"
  ) {
    return jsonObject([[payload.name, BYTES]]);
  }
  const value = parseJson(bytes);
  const shaped =
    isJsonObject(value) && payload.members !== undefined
      ? shapeMembers(value, payload.members, ({ wireName }) => wireName)
      : value;
  return jsonObject([[payload.name, shaped]]);
}
