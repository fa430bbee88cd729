/** Writes an operation as one line, so that a refresh of the data reads well as a diff; the inverse of `operation-notation.ts`. */
import type { MemberModel, OperationModel } from "../api-index.ts";
import { LOCATION_MARKS, TYPE_CODES } from "../operation-notation.ts";

function writeType({ type, itemType = "string", itemName }: MemberModel): string {
  const item = `${TYPE_CODES[itemType]}${itemName === undefined ? "" : `/${itemName}`}`;
  if (type === "list") return `#[${item}]`;
  if (type === "map") return `#{${item}}`;
  const code = TYPE_CODES[type];
  return code === "" ? "" : `#${code}`;
}

function writeMember(member: MemberModel): string {
  const { name, wireName, queryName, members } = member;
  const flags = [
    member.required ? "!" : "",
    member.keep ? "*" : "",
    member.sensitive ? "%" : "",
    member.hostLabel === true ? "$" : "",
    member.flattened === true ? ";" : "",
  ].join("");
  return [
    LOCATION_MARKS[member.location],
    name,
    wireName === name ? "" : `=${wireName}`,
    queryName === undefined ? "" : `~${queryName}`,
    writeType(member),
    flags,
    members === undefined ? "" : `(${members.map(writeMember).join(" ")})`,
  ].join("");
}

/** The line that `readOperation` reads back. */
export function writeOperation(operation: OperationModel): string {
  const { method, path, query, hostPrefix, auth, deprecated, members } = operation;
  const parts = query.map(([name, value]) => (value === undefined ? name : `${name}=${value}`));
  const target = parts.length === 0 ? path : `${path}?${parts.join("&")}`;
  if (/[|\s]/.test(target)) throw new Error(`the notation has no room for the path \`${target}\``);
  const head = [
    ...(method === "POST" && target === "/" ? [] : [method, target]),
    ...(hostPrefix === undefined ? [] : [`host=${hostPrefix}`]),
    ...(auth === undefined ? [] : [`auth=${auth}`]),
    ...(deprecated === true ? ["deprecated"] : []),
  ];
  return `${head.join(" ")}|${members.map(writeMember).join(" ")}`;
}
