/**
 * Smithy RPC v2 CBOR, and the CBOR bodies of older streaming SDKs: the body is the input, under the model's own names.
 * See https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html
 */
import type { MemberModel } from "../../data/api-index.ts";
import type { JsonObject } from "../api-call.ts";
import { isJsonObject } from "../json-values.ts";
import { parseCbor } from "./cbor-reader.ts";
import { shapeMembers, type WireNameOf } from "./shape-members.ts";

const memberName: WireNameOf = ({ name }) => name;

export function readCborBody(bytes: Uint8Array, members: readonly MemberModel[]): JsonObject {
  const value = parseCbor(bytes);
  return isJsonObject(value) ? shapeMembers(value, members, memberName) : {};
}
