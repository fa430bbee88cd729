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

export function readQueryForm(parameters: readonly Parameter[], members: readonly MemberModel[]): JsonObject {
  return readForm(parameters, members, queryName);
}
