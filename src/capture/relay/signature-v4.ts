/** Computes Signature Version 4; the only file that knows the package. What is signed, and with which keys, is decided elsewhere. */
import { createHash, createHmac, type Hash, type Hmac } from "node:crypto";
import { getSigningKey, SignatureV4 } from "@aws-sdk/signature-v4";

export interface SigningCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export interface ToSign {
  readonly method: string;
  /** As sent, still percent-encoded. */
  readonly path: string;
  /** Decoded; without what belongs to a signature in the query. */
  readonly query: { readonly [name: string]: string[] };
  /** Those that are to be signed, by lower-case name. */
  readonly headers: { readonly [name: string]: string };
  /** Hexadecimal SHA-256 of the body, or what stands for it. */
  readonly payloadHash: string;
  readonly scope: Scope;
  readonly date: Date;
  /** S3 alone signs the path as it is sent; all others escape it once more. */
  readonly escapesPath: boolean;
}

/** Decoded. */
export type SignedQuery = { readonly [name: string]: string | readonly string[] | null };

export interface Scope {
  readonly region: string;
  readonly signingName: string;
}

type Bytes = string | ArrayBuffer | ArrayBufferView;

/** The form in which the package asks for a hash. */
class Sha256 {
  readonly #hash: Hash | Hmac;

  constructor(secret?: Bytes) {
    this.#hash = secret === undefined ? createHash("sha256") : createHmac("sha256", bytesOf(secret));
  }

  update(data: Bytes): void {
    this.#hash.update(bytesOf(data));
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }

  reset(): void {
    throw new Error("a hash is used once");
  }
}

function bytesOf(data: Bytes): Uint8Array {
  if (typeof data === "string") return Buffer.from(data);
  return data instanceof ArrayBuffer
    ? new Uint8Array(data)
    : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

/** The header fields that carry the signature, by lower-case name: `authorization`, `x-amz-date`, the token if there is one. */
export async function headerSignature(credentials: SigningCredentials, request: ToSign) {
  const names = [...Object.keys(request.headers), "x-amz-date", "x-amz-security-token"];
  const signed = await signer(credentials, request).sign(httpRequest(request), {
    signingDate: request.date,
    signableHeaders: new Set(names),
    unsignableHeaders: NOT_OF_ITSELF,
  });
  const { authorization = "", "x-amz-date": date = "", "x-amz-security-token": token } = signed.headers;
  return { authorization, "x-amz-date": date, ...(token === undefined ? {} : { "x-amz-security-token": token }) };
}

/** The whole query with its signature, decoded. `expiresIn`: seconds. */
export async function presignedQuery(
  credentials: SigningCredentials,
  request: ToSign,
  expiresIn: number,
): Promise<SignedQuery> {
  const names = new Set(Object.keys(request.headers));
  const { query = {} } = await signer(credentials, request).presign(httpRequest(request), {
    expiresIn,
    signingDate: request.date,
    signableHeaders: names,
    unsignableHeaders: NOT_OF_ITSELF,
    unhoistableHeaders: new Set([...names, CONTENT_HASH]),
  });
  return query;
}

function signer(credentials: SigningCredentials, { escapesPath, scope }: ToSign): SignatureV4 {
  const { region, signingName: service } = scope;
  return new SignatureV4({
    credentials,
    region,
    service,
    sha256: Sha256,
    uriEscapePath: escapesPath,
    applyChecksum: false,
  });
}

/** From here the package takes the hash; it is signed as a field only where it is among the signed ones. */
const CONTENT_HASH = "x-amz-content-sha256";
const NOT_OF_ITSELF = new Set([CONTENT_HASH]);

const httpRequest = ({ headers, method, path, payloadHash, query }: ToSign) => ({
  protocol: "https:",
  hostname: headers["host"] ?? "",
  method,
  path,
  query: { ...query },
  headers: { ...headers, [CONTENT_HASH]: payloadHash },
});

/** The key that signs the chunks of a body. `date`: the first eight characters of `x-amz-date`. */
export const signingKey = (
  credentials: SigningCredentials,
  date: string,
  { region, signingName }: Scope,
): Promise<Uint8Array> => getSigningKey(Sha256, credentials, date, region, signingName);
