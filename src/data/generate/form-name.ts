/** The names that the query and ec2 protocols put into forms. They differ: see https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html */
import type { BotocoreShape, BotocoreShapeRef } from "./botocore-model.ts";

export type FormFamily = "query" | "ec2";

interface FormMember {
  readonly name: string;
  readonly ref: BotocoreShapeRef;
  readonly shape: BotocoreShape;
}

function ec2Name({ name, ref }: FormMember): string {
  const { queryName, locationName } = ref;
  return (
    queryName ?? (locationName === undefined ? name : locationName.charAt(0).toUpperCase() + locationName.slice(1))
  );
}

/** A flattened list is sent under the name of its entries: https://smithy.io/2.0/aws/protocols/aws-query-protocol.html */
function queryName({ name, ref, shape }: FormMember): string {
  const own = ref.locationName ?? name;
  const isFlattened = shape.type === "list" && (ref.flattened ?? shape.flattened) === true;
  return isFlattened ? (shape.member?.locationName ?? own) : own;
}

/** Name of a member in the forms of one family, without the names above it. */
export function formName(family: FormFamily, member: FormMember): string {
  return family === "ec2" ? ec2Name(member) : queryName(member);
}
