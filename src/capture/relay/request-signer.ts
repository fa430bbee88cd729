/**
 * Signs requests anew that were signed with keys of ours: with the real ones where the program was given stand-ins
 * (`--shield`), for another host where a forward target asks for that (`--re-sign`). Whatever others signed passes as it is.
 */
import { createHash, timingSafeEqual } from "node:crypto";
import type { Transform } from "node:stream";
import type { HeaderField } from "../captured-exchange.ts";
import { ChunkSigner } from "./chunk-signer.ts";
import { fieldValues } from "./message-fields.ts";
import { headerSignature, presignedQuery, type SigningCredentials, signingKey, type ToSign } from "./signature-v4.ts";
import { type GivenSignature, givenSignature, SIGNATURE_PARAMETERS, splitTarget, withQuery } from "./signed-request.ts";

export interface SigningSettings {
  /** What the program signs with; a request that was not signed with these is none of ours. */
  readonly given: SigningCredentials;
  /** What goes on is signed with these. */
  readonly real: SigningCredentials;
  /** `hostname:port` that goes on in place of the Host that was sent; absent: as sent. */
  readonly host?: string;
}

export interface RequestToSign {
  readonly method: string;
  /** Origin-form. */
  readonly target: string;
  /** As sent; HTTP/2: with its pseudo-header fields. */
  readonly fields: readonly HeaderField[];
  /** The whole body, where `needsBody` asked for it. */
  readonly body: Buffer | undefined;
}

export interface SignedRequest {
  readonly target: string;
  readonly fields: readonly HeaderField[];
  /** For a body whose chunks are signed. */
  readonly transform?: Transform;
}

/** Why a request of ours cannot be signed anew; its signature would be refused, so it is better told here. */
export class NotSignable extends Error {}

type KnownSignature = Exclude<GivenSignature, { kind: "unknown" }>;

const sha256 = (bytes: Buffer | string): string => createHash("sha256").update(bytes).digest("hex");

const CHUNKED = /^STREAMING-AWS4-HMAC-SHA256-PAYLOAD(?:-TRAILER)?$/;
const UNSIGNED = /^(?:STREAMING-)?UNSIGNED-PAYLOAD/;
const CONTENT_HASH = "x-amz-content-sha256";

export class RequestSigner {
  readonly #settings: SigningSettings;

  constructor(settings: SigningSettings) {
    this.#settings = settings;
  }

  /** Undefined where the request is none of ours. */
  #given({ fields, target }: Pick<RequestToSign, "fields" | "target">): GivenSignature | undefined {
    const given = givenSignature(fields, target);
    return given?.accessKeyId === this.#settings.given.accessKeyId ? given : undefined;
  }

  isOurs(request: Pick<RequestToSign, "fields" | "target">): boolean {
    return this.#given(request) !== undefined;
  }

  /** True where the signature covers a body whose hash the head does not tell. */
  needsBody(request: Pick<RequestToSign, "fields" | "target">): boolean {
    const given = this.#given(request);
    return given?.kind === "header" && fieldValues(request.fields, CONTENT_HASH).length === 0;
  }

  /** The request as it is where it is none of ours. Throws `NotSignable`. */
  async sign(request: RequestToSign): Promise<SignedRequest> {
    const given = this.#given(request);
    if (given === undefined) return request;
    if (given.kind === "unknown") throw new NotSignable(`requests signed by ${given.algorithm} cannot be signed anew`);
    const contentHash = fieldValues(request.fields, CONTENT_HASH)[0];
    if (contentHash?.startsWith("STREAMING-") && !CHUNKED.test(contentHash) && !UNSIGNED.test(contentHash)) {
      throw new NotSignable(`bodies signed by ${contentHash} cannot be signed anew`);
    }
    const toSign = await this.#asGiven(request, given);
    const fields = this.#withHost(request.fields);
    const anew = { ...toSign, headers: signedFields(fields, given) };
    if (given.kind === "query") {
      const query = await presignedQuery(this.#settings.real, anew, given.expiresIn);
      return { target: withQuery(anew.path, query), fields };
    }
    const signature = await headerSignature(this.#settings.real, anew);
    const transform = CHUNKED.test(contentHash ?? "") ? await this.#chunks(anew, signature) : undefined;
    return { target: request.target, fields: withFields(fields, signature), ...(transform && { transform }) };
  }

  /** The request in the form from which the program's own signature comes out: only then is it ours. */
  async #asGiven({ body, fields, method, target }: RequestToSign, given: KnownSignature): Promise<ToSign> {
    const { path, query } = splitTarget(target);
    const own = Object.entries(query).filter(([name]) => given.kind === "header" || !SIGNATURE_PARAMETERS.has(name));
    const { date, scope } = given;
    const request = { method, path, query: Object.fromEntries(own), headers: signedFields(fields, given), scope, date };
    const [stated] = [...fieldValues(fields, CONTENT_HASH), ...(query["X-Amz-Content-Sha256"] ?? [])];
    const hashes = given.kind === "query" ? ["UNSIGNED-PAYLOAD", sha256("")] : [sha256(body ?? "")];
    for (const payloadHash of stated === undefined ? hashes : [stated]) {
      for (const escapesPath of [true, false]) {
        const asked = { ...request, payloadHash, escapesPath };
        if (isSame(await this.#signatureOf(asked, given), given.signature)) return asked;
      }
    }
    throw new NotSignable("the request was not signed with the keys that iamgen gave its program");
  }

  async #signatureOf(request: ToSign, given: KnownSignature): Promise<string> {
    const { given: credentials } = this.#settings;
    if (given.kind === "header") return (await headerSignature(credentials, request)).authorization.slice(-64);
    return String((await presignedQuery(credentials, request, given.expiresIn))["X-Amz-Signature"]);
  }

  #withHost(fields: readonly HeaderField[]): readonly HeaderField[] {
    const { host } = this.#settings;
    if (host === undefined) return fields;
    return fields.map(([name, value]) => [name, /^(?:host|:authority)$/i.test(name) ? host : value]);
  }

  async #chunks({ scope }: ToSign, signature: { authorization: string; "x-amz-date": string }): Promise<ChunkSigner> {
    const date = signature["x-amz-date"];
    const day = date.slice(0, 8);
    return new ChunkSigner({
      key: await signingKey(this.#settings.real, day, scope),
      date,
      scope: `${day}/${scope.region}/${scope.signingName}/aws4_request`,
      seed: signature.authorization.slice(-64),
    });
  }
}

/** The fields that the signature covers, by lower-case name; the date and the token come with the new signature. */
function signedFields(fields: readonly HeaderField[], { signedHeaders }: KnownSignature): { [name: string]: string } {
  const names = signedHeaders.filter((name) => name !== "x-amz-date" && name !== "x-amz-security-token");
  return Object.fromEntries(names.map((name) => [name, valueIn(fields, name)]));
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

/** Host stands in HTTP/2 as `:authority`. */
function valueIn(fields: readonly HeaderField[], name: string): string {
  const values = fieldValues(fields, name);
  if (values.length > 0 || name !== "host") return values.map((value) => value.trim()).join(",");
  return fieldValues(fields, ":authority")[0] ?? "";
}

/** In the place of those that the request had; what it did not have comes last. */
function withFields(
  fields: readonly HeaderField[],
  given: { readonly [name: string]: string },
): readonly HeaderField[] {
  const left = new Map(Object.entries(given));
  const replaced = fields.flatMap(([name, value]): HeaderField[] => {
    const key = name.toLowerCase();
    if (key === "x-amz-security-token" && given[key] === undefined) return [];
    const own = given[key];
    if (own === undefined) return [[name, value]];
    return left.delete(key) ? [[name, own]] : [];
  });
  return [...replaced, ...left];
}
