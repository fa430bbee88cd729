/**
 * Variables for programs in containers and on other machines: the proxy with its token, and the certificates, which have to be at the
 * same paths there. Nothing that only this machine has: no hook, no shim, no variable of the user's.
 */
import { randomBytes } from "node:crypto";
import { bundleVariables, proxyVariables } from "./client-variables.ts";
import { javaToolOptions } from "./java-options.ts";
import { childNoProxy } from "./no-proxy.ts";
import type { RunFiles } from "./run-files.ts";

/** Anybody's guess among 2 to the power of 192; letters that a URL takes as they are. */
export const newToken = (): string => randomBytes(24).toString("base64url");

/** The proxy asks for a password alone; clients want a name before it. */
const USER = "iamgen";

export interface ElsewhereFacts {
  /** Of this machine, as clients reach it; IPv6 without brackets. */
  readonly address: string;
  readonly port: number;
  readonly token: string;
  readonly files: Pick<RunFiles, "bundle" | "extraCertificates" | "trustStore">;
  readonly awsSuffixes: readonly string[];
  /** Programs of this machine need that variable; it would keep others from starting (`run/child-environment.ts`). */
  readonly needsAwsCaBundle: boolean;
}

/** `address:port` as a URL has it. */
export const authorityOf = ({ address, port }: Pick<ElsewhereFacts, "address" | "port">): string =>
  `${address.includes(":") ? `[${address}]` : address}:${port}`;

export function elsewhereVariables(facts: ElsewhereFacts): Record<string, string> {
  const { files, token } = facts;
  const authority = authorityOf(facts);
  const proxy = `http://${USER}:${token}@${authority}`;
  return {
    ...proxyVariables({ proxy, noProxy: childNoProxy({}, facts.awsSuffixes) }),
    // Node 22.21 and 24 follow the variables above where they are told to; the SDK's own agents do not.
    NODE_USE_ENV_PROXY: "1",
    ...bundleVariables(files.bundle),
    ...(facts.needsAwsCaBundle && { AWS_CA_BUNDLE: files.bundle }),
    NODE_EXTRA_CA_CERTS: files.extraCertificates,
    DENO_CERT: files.extraCertificates,
    JAVA_TOOL_OPTIONS: javaToolOptions(
      credentialsOfJava(token),
      { host: authority.replace(/:\d+$/, ""), port: facts.port },
      files.trustStore,
    ),
  };
}

/** The SDK's own clients read the first four; java.net never sends a password to a tunnel unless the last is empty (JDK 8u111). */
function credentialsOfJava(token: string): string {
  const ofBoth = ["http", "https"].flatMap((scheme) => [
    `-D${scheme}.proxyUser=${USER}`,
    `-D${scheme}.proxyPassword=${token}`,
  ]);
  return [...ofBoth, "-Djdk.http.auth.tunneling.disabledSchemes="].join(" ");
}
