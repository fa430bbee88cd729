/** A request head with the parts that decoding asks for over and over: hostname, raw path, query, headers by name. */
import type { HeaderField, RequestHead } from "../capture/captured-exchange.ts";
import { type Parameter, parseParameters } from "./percent-decoding.ts";

export interface RequestView {
  readonly method: string;
  /** Of the Host header, lower case, without port; of the connection where there is no Host. */
  readonly hostname: string;
  /** The origin as the client names it: scheme, host and port. */
  readonly origin: string;
  /** Still percent-encoded, without query. */
  readonly path: string;
  /** In the order sent, decoded. */
  readonly query: readonly Parameter[];
  /** First field of that name, given in lower case. */
  readonly header: (name: string) => string | undefined;
  readonly headers: readonly HeaderField[];
}

const withoutPort = (authority: string): string => authority.replace(/:\d+$/, "").toLowerCase();

/** Absolute-form (RFC 9112 3.2.2) is turned into origin-form; capture should not send it. */
const originForm = (target: string): string => target.replace(/^https?:\/\/[^/?#]*/i, "") || "/";

export function requestView(head: RequestHead): RequestView {
  const target = originForm(head.target);
  const mark = target.indexOf("?");
  const host = head.host === "" ? head.connection.authority : head.host;
  const fields = new Map<string, string>();
  for (const [name, value] of head.headers) {
    const lower = name.toLowerCase();
    if (!fields.has(lower)) fields.set(lower, value);
  }
  return {
    method: head.method,
    hostname: withoutPort(host),
    origin: `${head.connection.scheme}://${host}`,
    path: mark < 0 ? target : target.slice(0, mark),
    query: mark < 0 ? [] : parseParameters(target.slice(mark + 1)),
    header: (name) => fields.get(name),
    headers: head.headers,
  };
}

/** Value of the first parameter of that name; the empty string where it has none. */
export function parameter(parameters: readonly Parameter[], name: string): string | undefined {
  const found = parameters.find(([given]) => given === name);
  return found === undefined ? undefined : (found[1] ?? "");
}

/** Media type without parameters, lower case; empty where there is none (RFC 9110 8.3). */
export function mediaType(contentType: string | undefined): string {
  return (contentType ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
}
