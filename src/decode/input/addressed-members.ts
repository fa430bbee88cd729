/** Members that a request carries outside its model's places: in the hostname, in a header that extends them, as its URL. */
import type { Addressing, ValueTemplates } from "../../services/define-addressing.ts";
import type { JsonObject, JsonValue } from "../api-call.ts";
import type { ChosenOperation } from "../find-operations.ts";
import type { HostReading } from "../host/host-forms.ts";
import { hostStem, withoutHostPrefix } from "../host/host-stem.ts";
import { jsonObject } from "../json-values.ts";
import { decodePercent } from "../percent-decoding.ts";
import type { RequestView } from "../request-view.ts";

export interface AddressedRequest {
  readonly view: RequestView;
  readonly chosen: ChosenOperation;
  readonly addressing: Addressing | undefined;
  readonly reading: HostReading | undefined;
  readonly region: string;
  readonly partition: string;
  readonly account: string | undefined;
}

type Values = ReadonlyMap<string, string>;

/** The first template whose placeholders are all known. */
function fill(templates: ValueTemplates, values: Values): string | undefined {
  for (const template of templates) {
    const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
    if (names.every((name) => values.has(name))) {
      return template.replace(/\{(\w+)\}/g, (_, name: string) => values.get(name) ?? "");
    }
  }
  return undefined;
}

function factsOf({ region, partition, account, reading }: AddressedRequest): Values {
  return new Map([
    ["Region", region],
    ["Partition", partition],
    ...(account === undefined ? [] : [["CallerAccount", account] as const]),
    ...(reading?.values ?? []),
  ]);
}

function ofHost(request: AddressedRequest, facts: Values): [string, JsonValue][] {
  const binds = Object.entries(request.reading?.form.binds ?? {});
  return binds.flatMap(([member, templates]): [string, JsonValue][] => {
    const value = fill(templates, facts);
    return value === undefined ? [] : [[member, value]];
  });
}

/** Labels of the operation's host prefix, where nothing else gave the member a value. */
function ofHostPrefix({ view, chosen: { operation } }: AddressedRequest, input: JsonObject): [string, string][] {
  const { hostPrefix, members } = operation;
  const stem = hostPrefix?.includes("{") === true ? hostStem(view.hostname) : undefined;
  if (hostPrefix === undefined || stem === undefined) return [];
  return Object.entries(withoutHostPrefix(stem, hostPrefix).labels).filter(
    ([name]) => input[name] === undefined && members.some((member) => member.name === name),
  );
}

function ofHeaders({ view, addressing }: AddressedRequest, input: JsonObject, facts: Values): [string, JsonValue][] {
  return (addressing?.rewrites ?? []).flatMap(({ header, binds }) => {
    const text = view.header(header);
    if (text === undefined) return [];
    return Object.entries(binds).flatMap(([member, templates]): [string, JsonValue][] => {
      const own = input[member];
      if (typeof own !== "string" || own.startsWith("arn:")) return [];
      const account = input["AccountId"];
      const known = typeof account === "string" ? [["AccountId", account] as const] : [];
      const value = fill(templates, new Map([...facts, ...known, ["Header", text], ["Value", own]]));
      return value === undefined ? [] : [[member, value]];
    });
  });
}

function ofUrl(
  { view, addressing, chosen: { operation } }: AddressedRequest,
  input: JsonObject,
): [string, JsonValue][] {
  const member = addressing?.urlMember;
  if (member === undefined || input[member] !== undefined || view.path === "/") return [];
  return operation.members.some(({ name }) => name === member) ? [[member, `${view.origin}${view.path}`]] : [];
}

function ofBasePath({ addressing, chosen: { basePath = "" } }: AddressedRequest): [string, JsonValue][] {
  const member = addressing?.basePath;
  return member === undefined || basePath === "" ? [] : [[member, decodePercent(basePath)]];
}

/** The input with those members in it; what the host says stands over what the path says. */
export function withAddressedMembers(input: JsonObject, request: AddressedRequest): JsonObject {
  const facts = factsOf(request);
  const prefixed = { ...jsonObject([...ofHostPrefix(request, input), ...ofBasePath(request)]), ...input };
  const hosted = { ...prefixed, ...jsonObject(ofHost(request, facts)) };
  return { ...hosted, ...jsonObject([...ofHeaders(request, hosted, facts), ...ofUrl(request, hosted)]) };
}
