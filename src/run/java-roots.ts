/** Which certificates a Java program trusted before its trust store became ours. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "./environment.ts";
import { ownTrustStore } from "./java-options.ts";
import { certificatesOfTrustStore } from "./java-trust-store.ts";
import { derOf } from "./pem.ts";

/**
 * The user's own store alone if his options name one, undefined if that cannot be read; else the installed Java's store, which
 * may hold a company's CA, with the given roots (PEM) of the system and the user.
 */
export function javaRoots(user: Environment, roots: readonly string[]): readonly Buffer[] | undefined {
  const own = ownTrustStore(user["JAVA_TOOL_OPTIONS"]);
  if (own !== undefined) return certificatesAt(own);
  const home = user["JAVA_HOME"];
  const installed = [
    ...(home ? [join(home, "lib/security/cacerts"), join(home, "jre/lib/security/cacerts")] : []),
    "/etc/ssl/certs/java/cacerts",
    "/etc/pki/java/cacerts",
  ];
  const found = installed.map(certificatesAt).find((certificates) => certificates !== undefined) ?? [];
  return [...new Map([...roots.map(derOf), ...found].map((der) => [der.toString("latin1"), der])).values()];
}

function certificatesAt(path: string): readonly Buffer[] | undefined {
  try {
    return certificatesOfTrustStore(readFileSync(path));
  } catch {
    return undefined;
  }
}
