/** The query protocol: `Action`, `Version` and members as form fields. See https://smithy.io/2.0/aws/protocols/aws-query-protocol.html */
import type { MemberModel } from "../../data/api-index.ts";
import type { JsonObject } from "../api-call.ts";
import type { Parameter } from "../percent-decoding.ts";
import { type FormNameOf, formTree, shapeForm } from "./form-tree.ts";

/** Fields of the protocol and of signatures in the query string; none of them is input. */
const PROTOCOL_FIELDS =
  /^(?:Action|Version|AWSAccessKeyId|Signature(?:Version|Method)?|Timestamp|Expires|SecurityToken|X-Amz-.*)$/;

const queryName: FormNameOf = ({ queryName, wireName }) => queryName ?? wireName;

export function readForm(
  parameters: readonly Parameter[],
  members: readonly MemberModel[],
  nameOf: FormNameOf,
): JsonObject {
  const known = new Set(members.map(nameOf));
  return shapeForm(
    formTree(parameters.filter(([name]) => !PROTOCOL_FIELDS.test(name) || known.has(name))),
    members,
    nameOf,
  );
}

/** `renamed`: fields by names that the model does not have, and the members that they stand for. */
export function readQueryForm(
  parameters: readonly Parameter[],
  members: readonly MemberModel[],
  renamed: Readonly<Record<string, string>> = {},
): JsonObject {
  const isRenamed = Object.keys(renamed).length > 0;
  const given = isRenamed ? parameters.map(([name, value]) => [rename(name, renamed), value] as const) : parameters;
  return readForm(given, members, queryName);
}

function rename(name: string, renamed: Readonly<Record<string, string>>): string {
  const [first = ""] = name.split(".", 1);
  return Object.hasOwn(renamed, first) ? `${renamed[first]}${name.slice(first.length)}` : name;
}
