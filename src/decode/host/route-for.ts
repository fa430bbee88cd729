/** Which connections may carry API calls: names under which AWS serves HTTP, and what the user names. Judges names only. */
import { isAwsHostname } from "../../iam/partition.ts";
import { hostClass } from "../../services/host-classes.ts";

export type HostRoute =
  | { readonly kind: "observe" }
  | { readonly kind: "tunnel"; readonly why: "not-aws" | "private-certificate" | "not-http" };

/** Ports on which AWS serves HTTP; any other port of an AWS name is a database, a broker or a shell. */
const HTTP_PORTS = new Set([80, 443, 8182, 8443]);

/** Whether connections to a host and port are observed, or why they pass blind (D6); `intercept`: further `HOST[:PORT]` of the user. */
export function routeFor(intercept: readonly string[]): (hostname: string, port: number) => HostRoute {
  const extra = new Set(intercept.map((name) => name.toLowerCase()));
  return (hostname, port) => {
    if (extra.has(hostname) || extra.has(`${hostname}:${port}`)) return { kind: "observe" };
    if (!isAwsHostname(hostname)) return { kind: "tunnel", why: "not-aws" };
    if (hostClass(hostname) === "private-certificate") return { kind: "tunnel", why: "private-certificate" };
    return HTTP_PORTS.has(port) ? { kind: "observe" } : { kind: "tunnel", why: "not-http" };
  };
}
