/** Signature Version 4 as the AWS SDK for JavaScript v2 computes it: an implementation that shares no code with ours. */
import { createRequire } from "node:module";
import type { HeaderField } from "../../src/capture/captured-exchange.ts";
import type { SigningCredentials } from "../../src/capture/relay/signature-v4.ts";

export interface ForeignRequest {
  readonly method?: string;
  readonly host?: string;
  readonly target?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signingName?: string;
  readonly region?: string;
  /** S3 sends the hash of its body along. */
  readonly contentHash?: string;
}

interface V4 {
  addAuthorization(credentials: SigningCredentials, date: Date): void;
}

interface SdkRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
  region: string;
  pathname(): string;
  search(): string;
}

type V4Constructor = new (request: SdkRequest, signingName: string, options: object) => V4;

const load = createRequire(import.meta.url);
const { Signers }: { readonly Signers: { readonly V4: V4Constructor } } = load("aws-sdk");

const DATE = new Date("2026-01-15T12:00:00Z");

/** The request's fields with its signature. */
export function foreignFields(credentials: SigningCredentials, wish: ForeignRequest = {}): HeaderField[] {
  const { body = "", contentHash, headers = {}, host = "dynamodb.us-east-1.amazonaws.com", method = "POST" } = wish;
  const { region = "us-east-1", signingName = "dynamodb", target = "/" } = wish;
  const [path = "/", search = ""] = target.split(/\?(.*)/s, 2);
  const request: SdkRequest = {
    method,
    path: target,
    headers: { Host: host, ...headers, ...(contentHash === undefined ? {} : { "X-Amz-Content-Sha256": contentHash }) },
    body,
    region,
    pathname: () => path,
    // The SDK hands its signer a query in canonical order.
    search: () => search.split("&").sort().join("&"),
  };
  new Signers.V4(request, signingName, { signatureVersion: "v4" }).addAuthorization(credentials, DATE);
  return Object.entries(request.headers);
}
