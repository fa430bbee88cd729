/**
 * The closed codes of a recording in words for people, and whether each means that AWS calls may have passed unseen:
 * the one place where `--strict` decides what counts as bypassed.
 */

import type { Denial } from "../pipeline.ts";

export interface Wording {
  readonly words: string;
  /** AWS calls may have happened that are in no policy. */
  readonly hidesCalls: boolean;
}

type Wordings = { readonly [code: string]: Wording };

const seen = (words: string): Wording => ({ words, hidesCalls: false });
const hidden = (words: string): Wording => ({ words, hidesCalls: true });

const TUNNELS: Wordings = {
  "not-aws": seen("not an AWS host"),
  "private-certificate": seen("AWS host with a private certificate: cluster, load balancer or instance"),
  "not-http": seen("not HTTP"),
  "upstream-unverified": hidden("the server's certificate does not verify with your trust settings"),
  "client-distrust": hidden("the client does not accept iamgen's certificate"),
};

const NOTICES: Wordings = {
  "mocking-module": hidden("a module answers AWS calls before they reach the network"),
  "custom-lookup": hidden("a socket with a DNS lookup of its own was left alone"),
  "custom-server-name": hidden("a socket that asks for another server name than its host's was left alone"),
  "client-certificate": hidden("a socket with a client certificate was left alone"),
  "net-permission": hidden("a program in Deno may not reach iamgen: its --allow-net lacks 127.0.0.1"),
  "own-roots": hidden("a socket with root certificates of its own was left alone: Bun cannot add one"),
  "old-node": hidden("a Node older than 12, which the hook cannot serve"),
  "lost-child": seen(
    "a Node program was started with an environment of its own, without NODE_OPTIONS: its calls are not seen",
  ),
  // As for tunnels: no API call travels so.
  "not-http": seen("a socket for another protocol than HTTP was left alone"),
  "observing-failed": hidden("requests passed that iamgen failed to read"),
  "observer-lost": hidden("the traffic of a connection could not be followed to its end"),
  refused: hidden("a request that could not be carried"),
  "needs-http2-target": hidden("the client speaks HTTP/2 only, the --forward-to target does not"),
  "would-be-denied": seen("the enforced policy does not allow"),
  "condition-not-tested": seen(
    "a condition key of the enforced policy that a request does not show; it counted as met",
  ),
  "undecoded-refused": hidden("a request that could not be decoded was refused"),
  "recording-failed": seen("the recording could not be written: the file is not complete"),
  "recording-full": hidden("more distinct calls than a recording holds"),
  "callers-full": seen("so many requests that the later ones are without the lines that made them"),
  "upstream-failed": seen("the server could not be reached"),
  "other-user": seen("a connection of another user of this machine was turned away"),
  "no-token": seen("a connection by `--bind` that showed no token, or a wrong one, was turned away"),
  "endpoint-down": seen("a configured endpoint was down at the start: of its calls only those of Node were seen"),
  "config-changed": seen("the program changed its copy of the AWS configuration file, which is kept here"),
  "csm-silent": seen(
    "no SDK told a call by client-side monitoring: those for JavaScript v3, Go v2, Java v2 and Rust, and Terraform 5, no longer do",
  ),
  "csm-lost": hidden("events of client-side monitoring came faster than they could be read"),
  "csm-foreign": seen("a datagram that is no event of client-side monitoring"),
  "client-handshake-failed": seen("a TLS handshake with the client failed"),
};

const UNDECODED: { readonly [reason: string]: string } = {
  unsigned: "not signed, and no operation that may be called so",
  "unknown-endpoint": "no endpoint of a known API",
  "unknown-operation": "no operation of its API matches",
  "ambiguous-operation": "several operations match",
  "body-unreadable": "its body cannot be read",
  "malformed-request": "not a well-formed request",
  internal: "decoding failed: a bug in iamgen",
};

const POLICY_TYPES: { readonly [T in NonNullable<Denial["policyType"]>]: string } = {
  "identity-based": "identity-based policy",
  "resource-based": "resource-based policy",
  "permissions-boundary": "permissions boundary",
  session: "session policy",
  "service-control": "service control policy",
  "resource-control": "resource control policy",
  "vpc-endpoint": "VPC endpoint policy",
  "role-trust": "role trust policy",
};

interface Refused extends Pick<Denial, "policyType" | "isExplicit"> {
  readonly deniedBy?: "iamgen";
}

/** Who refused, and whether a policy of an identity can change that. */
export function refusedWords({ deniedBy, policyType, isExplicit }: Refused): string {
  if (deniedBy === "iamgen") return isExplicit ? "denied by the enforced policy" : "not allowed by the enforced policy";
  if (policyType === undefined) return "AWS does not say by which policy";
  const name = POLICY_TYPES[policyType];
  if (isExplicit) return `an explicit deny in a ${name}: no other policy can lift it`;
  if (policyType === "identity-based") return "no identity-based policy allowed it; this one does";
  const helps = policyType === "resource-based" ? "enough within one account" : "not enough";
  return `no ${name} allows it: a policy of the identity is ${helps}`;
}

/** An unknown code is shown as it is, and taken to hide calls: better asked about than trusted. */
const known = (wordings: Wordings, code: string): Wording =>
  Object.hasOwn(wordings, code) ? (wordings[code] ?? hidden(code)) : hidden(code);

export const tunnelWording = (why: string): Wording => known(TUNNELS, why);

export const noticeWording = (code: string): Wording => known(NOTICES, code);

export const undecodedWords = (reason: string): string => UNDECODED[reason] ?? reason;

/** `1,234`. What JavaScript has for this loads tables of all languages: 20 ms at the end of every run. */
export const inThousands = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");

/** `1 call`, `2 calls`, `1,234 calls`. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${inThousands(count)} ${count === 1 ? singular : plural}`;
}
