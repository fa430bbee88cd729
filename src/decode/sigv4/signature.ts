/**
 * Who signed a request and how, from the head alone: header or query, SigV4, SigV4A, both kinds of SigV2, bearer, none.
 * It verifies nothing; the signature itself is never looked at.
 */
import type { ApiCall } from "../api-call.ts";
import type { Parameter } from "../percent-decoding.ts";
import { parameter, type RequestView } from "../request-view.ts";
import { type CredentialScope, parseCredential } from "./credential-scope.ts";

export type Signature =
  | {
      readonly kind: "scoped";
      readonly auth: "sigv4" | "sigv4-query" | "sigv4a" | "sigv4a-query";
      readonly accessKeyId: string;
      readonly region?: string;
      readonly signingName: string;
      /** SigV4A: the regions that the signature is good for. */
      readonly regionSet?: string;
    }
  | {
      readonly kind: "legacy";
      readonly auth: "sigv2" | "sigv2-query";
      readonly accessKeyId: string;
      /** The two forms of version 2: that of the storage API, and the numbered one of the query APIs. */
      readonly family: "storage" | "query";
    }
  | { readonly kind: "bearer"; readonly auth: "bearer" }
  /** `scheme`: an Authorization header that is none of AWS's. */
  | { readonly kind: "none"; readonly auth: "none"; readonly scheme?: string }
  | { readonly kind: "malformed"; readonly detail: string };

type ScopedAuth = Extract<Signature, { kind: "scoped" }>["auth"];

const ASYMMETRIC = /^AWS4-ECDSA-/;

interface Scoped {
  readonly scope: CredentialScope | undefined;
  readonly auth: ScopedAuth;
  readonly regionSet: string | undefined;
}

function scoped({ scope, auth, regionSet }: Scoped): Signature {
  if (scope === undefined) return { kind: "malformed", detail: "credential scope" };
  return { kind: "scoped", auth, ...scope, ...(regionSet === undefined ? {} : { regionSet }) };
}

function ofHeader(authorization: string, view: RequestView): Signature {
  const [scheme = "", rest = ""] = authorization.trim().split(/\s+(.*)/s);
  if (/^AWS4-/i.test(scheme)) {
    const credential = /\bCredential=([^,\s]+)/.exec(rest)?.[1] ?? "";
    const asymmetric = ASYMMETRIC.test(scheme);
    return scoped({
      scope: parseCredential(credential, !asymmetric),
      auth: asymmetric ? "sigv4a" : "sigv4",
      regionSet: asymmetric ? view.header("x-amz-region-set") : undefined,
    });
  }
  if (scheme === "AWS") {
    const accessKeyId = /^([^:\s]+):\S+$/.exec(rest)?.[1];
    if (accessKeyId === undefined) return { kind: "malformed", detail: "version 2 authorization" };
    return { kind: "legacy", auth: "sigv2", accessKeyId, family: "storage" };
  }
  if (/^bearer$/i.test(scheme)) return { kind: "bearer", auth: "bearer" };
  return { kind: "none", auth: "none", scheme: /^[A-Za-z0-9-]{1,30}$/.test(scheme) ? scheme : "unknown" };
}

function ofParameters(parameters: readonly Parameter[]): Signature | undefined {
  const credential = parameter(parameters, "X-Amz-Credential");
  if (credential !== undefined) {
    const asymmetric = ASYMMETRIC.test(parameter(parameters, "X-Amz-Algorithm") ?? "");
    return scoped({
      scope: parseCredential(credential, !asymmetric),
      auth: asymmetric ? "sigv4a-query" : "sigv4-query",
      regionSet: asymmetric ? parameter(parameters, "X-Amz-Region-Set") : undefined,
    });
  }
  const accessKeyId = parameter(parameters, "AWSAccessKeyId");
  if (accessKeyId === undefined || parameter(parameters, "Signature") === undefined) return undefined;
  const family = parameter(parameters, "SignatureVersion") === undefined ? "storage" : "query";
  return { kind: "legacy", auth: "sigv2-query", accessKeyId, family };
}

/** From the head; `signatureOfForm` finds the one kind that stands in a body. */
export function readSignature(view: RequestView): Signature {
  const authorization = view.header("authorization");
  if (authorization !== undefined) return ofHeader(authorization, view);
  return ofParameters(view.query) ?? { kind: "none", auth: "none" };
}

/** Version 2 of the oldest query APIs signs the form and puts the key id into it. */
export function signatureOfForm(form: readonly Parameter[]): Signature | undefined {
  return ofParameters(form);
}

/** Name of the auth kind as a call records it; a malformed signature never gets there. */
export function authOf(signature: Signature): ApiCall["auth"] {
  return signature.kind === "malformed" ? "none" : signature.auth;
}
