/** What a request says of its signature (AWS Signature Version 4, in the Authorization header or in the query), and its target taken apart. */
import type { HeaderField } from "../captured-exchange.ts";
import { fieldValues } from "./message-fields.ts";
import type { Scope, SignedQuery } from "./signature-v4.ts";

interface Given {
  readonly accessKeyId: string;
  readonly scope: Scope;
  readonly date: Date;
  /** Lower case. */
  readonly signedHeaders: readonly string[];
  /** Hexadecimal. */
  readonly signature: string;
}

export type GivenSignature =
  | (Given & { readonly kind: "header" })
  | (Given & { readonly kind: "query"; readonly expiresIn: number })
  /** Of ours, but by another algorithm. */
  | { readonly kind: "unknown"; readonly accessKeyId: string; readonly algorithm: string };

/** Parameters of a presigned request that belong to the signature itself. */
export const SIGNATURE_PARAMETERS: ReadonlySet<string> = new Set([
  "X-Amz-Algorithm",
  "X-Amz-Credential",
  "X-Amz-Date",
  "X-Amz-Expires",
  "X-Amz-Security-Token",
  "X-Amz-Signature",
  "X-Amz-SignedHeaders",
]);

const ALGORITHM = "AWS4-HMAC-SHA256";

/** Undefined for a request without a signature, or with one that is not well formed. */
export function givenSignature(fields: readonly HeaderField[], target: string): GivenSignature | undefined {
  const [authorization] = fieldValues(fields, "authorization");
  return authorization === undefined ? inQuery(target) : inHeader(authorization, fieldValues(fields, "x-amz-date")[0]);
}

/** The signature of old S3 clients, and of presigned URLs that some still make (Amazon S3, "Signing REST requests", version 2). */
const versionTwo = (accessKeyId: string): GivenSignature => ({
  kind: "unknown",
  accessKeyId,
  algorithm: "Signature Version 2",
});

function inHeader(authorization: string, stamp: string | undefined): GivenSignature | undefined {
  const old = /^AWS ([^:\s]+):\S+$/.exec(authorization.trim())?.[1];
  if (old !== undefined) return versionTwo(old);
  const [, algorithm = "", parameters = ""] = /^(AWS4-\S+)\s+(.*)$/.exec(authorization.trim()) ?? [];
  const given = new Map(
    parameters
      .split(",")
      .map((part) => part.trim().split(/=(.*)/s, 2))
      .map(([name = "", value = ""]) => [name, value]),
  );
  return signatureOf({
    algorithm,
    credential: given.get("Credential"),
    stamp,
    signedHeaders: given.get("SignedHeaders"),
    signature: given.get("Signature"),
  });
}

function inQuery(target: string): GivenSignature | undefined {
  const { query } = splitTarget(target);
  const old = query["AWSAccessKeyId"]?.[0];
  if (old !== undefined) return versionTwo(old);
  const one = (name: string): string | undefined => query[`X-Amz-${name}`]?.[0];
  const given = signatureOf({
    algorithm: one("Algorithm"),
    credential: one("Credential"),
    stamp: one("Date"),
    signedHeaders: one("SignedHeaders"),
    signature: one("Signature"),
  });
  return given?.kind === "header" ? { ...given, kind: "query", expiresIn: Number(one("Expires") ?? 3600) } : given;
}

interface Told {
  readonly algorithm: string | undefined;
  readonly credential: string | undefined;
  /** `20260115T000000Z`. */
  readonly stamp: string | undefined;
  readonly signedHeaders: string | undefined;
  readonly signature: string | undefined;
}

function signatureOf({ algorithm, credential, stamp, signature, signedHeaders }: Told) {
  const [accessKeyId, , region, signingName] =
    /^([^/]+)\/(\d{8})\/([^/]*)\/([^/]+)\/aws4_request$/.exec(credential ?? "")?.slice(1) ?? [];
  if (algorithm !== undefined && algorithm !== ALGORITHM) {
    const other = /^([^/]+)\//.exec(credential ?? "")?.[1];
    return other === undefined ? undefined : ({ kind: "unknown", accessKeyId: other, algorithm } as const);
  }
  const date = new Date((stamp ?? "").replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
  if (accessKeyId === undefined || region === undefined || signingName === undefined) return undefined;
  if (Number.isNaN(date.getTime()) || signature === undefined || signedHeaders === undefined) return undefined;
  const names = signedHeaders.toLowerCase().split(";");
  return {
    kind: "header",
    accessKeyId,
    scope: { region, signingName },
    date,
    signature,
    signedHeaders: names,
  } as const;
}

/** The path as it is, the query decoded; a parameter without `=` has an empty value. */
export function splitTarget(target: string): { readonly path: string; readonly query: { [name: string]: string[] } } {
  const at = target.indexOf("?");
  const query: { [name: string]: string[] } = {};
  for (const pair of at < 0 ? [] : target.slice(at + 1).split("&")) {
    if (pair === "") continue;
    const [name = "", value = ""] = pair.split(/=(.*)/s, 2).map(decoded);
    query[name] = [...(query[name] ?? []), value];
  }
  return { path: at < 0 ? target : target.slice(0, at), query };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** RFC 3986, as AWS asks for it: everything but unreserved characters is escaped. */
const escaped = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/** The inverse of `splitTarget`. */
export function withQuery(path: string, query: SignedQuery): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value ?? ""].flat().map((one) => `${escaped(name)}=${escaped(one)}`),
  );
  return pairs.length === 0 ? path : `${path}?${pairs.join("&")}`;
}
