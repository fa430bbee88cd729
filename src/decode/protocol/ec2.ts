/**
 * The ec2 protocol: as query, but every list is flattened and names begin with a capital.
 * See https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html
 */
import type { MemberModel } from "../../data/api-index.ts";
import type { JsonObject } from "../api-call.ts";
import type { Parameter } from "../percent-decoding.ts";
import type { FormNameOf } from "./form-tree.ts";
import { readForm } from "./query.ts";

const capitalized = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

const ec2Name: FormNameOf = ({ queryName, wireName }) => queryName ?? capitalized(wireName);

export function readEc2Form(parameters: readonly Parameter[], members: readonly MemberModel[]): JsonObject {
  return readForm(parameters, members, ec2Name);
}
