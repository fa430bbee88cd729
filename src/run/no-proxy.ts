/** NO_PROXY: what the wrapped program may reach past us, and what the user's own setting means for our upstream hop. */
import type { Environment } from "./environment.ts";

/**
 * Loopback keeps dev servers and gRPC tools direct; the metadata addresses answer only to the machine itself.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-imds-credentials.html, feature-container-credentials.html
 */
const LOOPBACK = ["localhost", "127.0.0.1", "::1"];
const METADATA = ["169.254.169.254", "169.254.170.2", "169.254.170.23", "fd00:ec2::254", "fd00:ec2::23"];

/** True of `HOST[:PORT]` on this machine, which clients reach through a proxy only where NO_PROXY does not say otherwise. */
export const isOnLoopback = (authority: string): boolean =>
  /^(?:localhost|127(?:\.\d+){3}|\[?::1\]?)(?::\d+)?$/i.test(authority);

/** Entries of a NO_PROXY value; blanks around commas, which some clients stumble over, are gone. */
export function noProxyEntries(value: string | undefined): readonly string[] {
  return (value ?? "").split(/[,\s]+/).filter((entry) => entry !== "");
}

/**
 * The value for the wrapped program: loopback and metadata addresses, then the user's own entries, but none that covers a
 * host which AWS serves (`*`, `.amazonaws.com`, `s3.amazonaws.com:443`). Our upstream hop still follows the user's original.
 * `observesLoopback`: servers on this machine are reached through us as well.
 */
export function childNoProxy(user: Environment, awsSuffixes: readonly string[], observesLoopback = false): string {
  const own = [...noProxyEntries(user["NO_PROXY"]), ...noProxyEntries(user["no_proxy"])];
  const kept = own.filter((entry) => !coversAws(entry, awsSuffixes) && !(observesLoopback && isOnLoopback(entry)));
  return [...new Set([...(observesLoopback ? [] : LOOPBACK), ...METADATA, ...kept])].join(",");
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
