/**
 * One request's own mark, by which a hook inside the program and the proxy outside mean the same request: a digest of its
 * signature, which changes with every attempt. The signature itself goes nowhere. Counterpart: `preload/call-sites.cts`.
 */
import { createHash } from "node:crypto";

interface SignedHead {
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Origin-form request target. */
  readonly target: string;
}

/** Of SigV4 and SigV4A, in the header or the query. */
const SIGNATURE = /\bSignature=([0-9a-f]+)/i;
const DIGITS = 24;

/** 24 hexadecimal digits; undefined for a request that carries no signature of these kinds. */
export function signatureDigest({ headers, target }: SignedHead): string | undefined {
  const authorization = headers.find(([name]) => name.toLowerCase() === "authorization")?.[1] ?? "";
  const signature = (SIGNATURE.exec(authorization) ?? SIGNATURE.exec(target))?.[1];
  return signature === undefined ? undefined : createHash("sha256").update(signature).digest("hex").slice(0, DIGITS);
}
