/** Members that REST operations send in path labels, query string and headers. See https://smithy.io/2.0/spec/http-bindings.html */
import type { MemberModel, OperationModel } from "../../data/api-index.ts";
import type { JsonValue } from "../api-call.ts";
import { jsonObject } from "../json-values.ts";
import type { RequestView } from "../request-view.ts";
import { scalarOf } from "./scalar.ts";

export type Bound = [name: string, value: JsonValue];

function queryValue(view: RequestView, member: MemberModel): JsonValue | undefined {
  const given = view.query.filter(([name]) => name === member.wireName).map(([, value]) => value ?? "");
  const [first] = given;
  if (first === undefined) return undefined;
  return member.type === "list" ? given.map((text) => scalarOf(text, member.itemType)) : scalarOf(first, member.type);
}

/** Differ with every request and say nothing of what is asked for: as members they would make each call a distinct one. */
const OF_A_TRACE: ReadonlySet<string> = new Set(["traceparent", "x-amzn-trace-id"]);

function headerValue(view: RequestView, member: MemberModel): JsonValue | undefined {
  const name = member.wireName.toLowerCase();
  const text = OF_A_TRACE.has(name) ? undefined : view.header(name);
  if (text === undefined) return undefined;
  if (member.type !== "list") return scalarOf(text, member.type);
  return text.split(",").map((entry) => scalarOf(entry.trim().replace(/^"(.*)"$/, "$1"), member.itemType));
}

function headerMap(view: RequestView, member: MemberModel): JsonValue | undefined {
  const prefix = member.wireName.toLowerCase();
  const found = view.headers.filter(([name]) => name.toLowerCase().startsWith(prefix));
  if (prefix === "" || found.length === 0) return undefined;
  return jsonObject(found.map(([name, value]) => [name.slice(prefix.length), value]));
}

/** Every query parameter that is neither bound nor a part of the template. */
function queryMap(view: RequestView, { members, query }: OperationModel): JsonValue | undefined {
  const bound = new Set([
    ...members.filter(({ location }) => location === "query").map(({ wireName }) => wireName),
    ...query.map(([name]) => name),
  ]);
  const rest = view.query.filter(([name]) => !bound.has(name) && !/^x-amz-/i.test(name));
  return rest.length === 0 ? undefined : jsonObject(rest.map(([name, value]) => [name, value ?? ""]));
}

function boundValue(view: RequestView, operation: OperationModel, member: MemberModel): JsonValue | undefined {
  if (member.location === "query") return queryValue(view, member);
  if (member.location === "header") return headerValue(view, member);
  if (member.location === "headers") return headerMap(view, member);
  return member.location === "query-map" ? queryMap(view, operation) : undefined;
}

/** Members found in the head; labels come from the path match, under the template's names. */
export function readBindings(
  view: RequestView,
  operation: OperationModel,
  labels: Readonly<Record<string, string>>,
): Bound[] {
  const bound: Bound[] = [];
  for (const member of operation.members) {
    const label = member.location === "uri" ? (labels[member.wireName] ?? labels[member.name]) : undefined;
    const value = label === undefined ? boundValue(view, operation, member) : scalarOf(label, member.type);
    if (value !== undefined) bound.push([member.name, value]);
  }
  return bound;
}
