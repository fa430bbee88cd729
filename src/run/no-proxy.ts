/** NO_PROXY: what the wrapped program may reach past us, and what the user's own setting means for our upstream hop. */
import type { Environment } from "./environment.ts";

/**
 * Loopback keeps dev servers and gRPC tools direct; the metadata addresses answer only to the machine itself.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-imds-credentials.html, feature-container-credentials.html
 *
 * No IPv6 address without need: the AWS SDK for Kotlin takes what follows a colon for a port, and then fails at every request.
 * Who calls a server on ::1 by its address reaches it through us.
 */
const LOOPBACK = ["localhost", "127.0.0.1"];
const METADATA = ["169.254.169.254", "169.254.170.2", "169.254.170.23"];
const METADATA_OVER_IPV6 = ["fd00:ec2::254", "fd00:ec2::23"];

/** True of `HOST[:PORT]` on this machine, which clients reach through a proxy only where NO_PROXY does not say otherwise. */
export const isOnLoopback = (authority: string): boolean =>
  /^(?:localhost|127(?:\.\d+){3}|\[?::1\]?)(?::\d+)?$/i.test(authority);

export interface DirectFacts {
  /** Servers on this machine are reached through us as well. */
  readonly observesLoopback?: boolean;
  /** Metadata services are asked at IPv6 addresses. */
  readonly usesIpv6Metadata?: boolean;
}

/** Entries of a NO_PROXY value; blanks around commas, which some clients stumble over, are gone. */
export function noProxyEntries(value: string | undefined): readonly string[] {
  return (value ?? "").split(/[,\s]+/).filter((entry) => entry !== "");
}

/**
 * The value for the wrapped program: loopback and metadata addresses, then the user's own entries, but none that covers a
 * host which AWS serves (`*`, `.amazonaws.com`, `s3.amazonaws.com:443`). Our upstream hop still follows the user's original.
 */
export function childNoProxy(user: Environment, awsSuffixes: readonly string[], facts: DirectFacts = {}): string {
  const { observesLoopback = false, usesIpv6Metadata = false } = facts;
  const own = [...noProxyEntries(user["NO_PROXY"]), ...noProxyEntries(user["no_proxy"])];
  const kept = own.filter((entry) => !coversAws(entry, awsSuffixes) && !(observesLoopback && isOnLoopback(entry)));
  return [
    ...new Set([
      ...(observesLoopback ? [] : LOOPBACK),
      ...METADATA,
      ...(usesIpv6Metadata ? METADATA_OVER_IPV6 : []),
      ...kept,
    ]),
  ].join(",");
}

function coversAws(entry: string, awsSuffixes: readonly string[]): boolean {
  if (entry === "*") return true;
  const name = entry
    .toLowerCase()
    .replace(/:\d+$/, "")
    .replace(/^\*?\.?/, "");
  return awsSuffixes.some(
    (suffix) => name === suffix || name.endsWith(`.${suffix}`) || (name !== "" && suffix.endsWith(`.${name}`)),
  );
}
