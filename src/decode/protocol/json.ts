/** awsJson 1.0 and 1.1: the body is the input. See https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html */
import type { MemberModel } from "../../data/api-index.ts";
import type { JsonObject, JsonValue } from "../api-call.ts";
import { isJsonObject } from "../json-values.ts";
import { shapeMembers, type WireNameOf } from "./shape-members.ts";

const decoder = new TextDecoder();

const wireName: WireNameOf = ({ wireName }) => wireName;

/** Throws a SyntaxError where the bytes are no JSON. An empty body is an empty input. */
export function parseJson(bytes: Uint8Array): JsonValue {
  const text = decoder.decode(bytes);
  return text.trim() === "" ? {} : JSON.parse(text);
}

export function readJsonBody(bytes: Uint8Array, members: readonly MemberModel[]): JsonObject {
  const value = parseJson(bytes);
  return isJsonObject(value) ? shapeMembers(value, members, wireName) : {};
}
