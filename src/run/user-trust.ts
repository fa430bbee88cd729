/** Which certificate authorities the user's programs trusted before we put a bundle of ours in front. */
import { readFileSync } from "node:fs";
import { profileCaBundle } from "./aws-profile.ts";
import type { Environment } from "./environment.ts";
import { certificatesIn } from "./pem.ts";

export interface UserTrust {
  /** The system's bundle; undefined where this system keeps none in a file. */
  readonly systemRoots: readonly string[] | undefined;
  /** Certificates that the user's variables and AWS profile point at. */
  readonly ownRoots: readonly string[];
  /** Those of ADD-type variables, which Node, Bun and Deno read on top of their own roots. */
  readonly addedRoots: readonly string[];
  readonly profileHasCaBundle: boolean;
}

const ADDED = ["NODE_EXTRA_CA_CERTS", "DENO_CERT"];
const REPLACED = [
  "AWS_CA_BUNDLE",
  "REQUESTS_CA_BUNDLE",
  "CURL_CA_BUNDLE",
  "SSL_CERT_FILE",
  "PERL_LWP_SSL_CA_FILE",
  "HTTPS_CA_FILE",
];

/** As Go looks for them: https://go.dev/src/crypto/x509/root_linux.go; the last is macOS and BSD. */
const SYSTEM_BUNDLES = [
  "/etc/ssl/certs/ca-certificates.crt",
  "/etc/pki/tls/certs/ca-bundle.crt",
  "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
  "/etc/ssl/ca-bundle.pem",
  "/etc/ssl/cert.pem",
];

/** Reads files that are there; a variable that points at nothing counts as unset. */
export function readUserTrust(user: Environment, home: string, systemBundles = SYSTEM_BUNDLES): UserTrust {
  const fromProfile = profileCaBundle(user, home);
  const named = (names: readonly string[]): string[] =>
    names.flatMap((name) => user[name] || []).flatMap((path) => certificatesAt(path));
  const addedRoots = named(ADDED);
  const profileRoots = fromProfile === undefined ? [] : certificatesAt(fromProfile);
  const system = systemBundles.map(certificatesAt).find((certificates) => certificates.length > 0);
  return {
    systemRoots: system,
    ownRoots: [...new Set([...named(REPLACED), ...profileRoots, ...addedRoots])],
    addedRoots: [...new Set(addedRoots)],
    profileHasCaBundle: fromProfile !== undefined,
  };
}

function certificatesAt(path: string): readonly string[] {
  try {
    return certificatesIn(readFileSync(path, "utf8"));
  } catch {
    return [];
  }
}

export interface CertificateFile {
  /** The variable or setting that names it. */
  readonly from: string;
  readonly path: string;
  /** 0 where it cannot be read, or holds none. */
  readonly certificates: number;
}

/** The files behind `readUserTrust`, for people: the system's own (absent where there is none) and those that the user names. */
export function certificateFiles(
  user: Environment,
  home: string,
  systemBundles = SYSTEM_BUNDLES,
): { readonly system?: CertificateFile; readonly named: readonly CertificateFile[] } {
  const file = (from: string, path: string): CertificateFile => ({
    from,
    path,
    certificates: certificatesAt(path).length,
  });
  const system = systemBundles.map((path) => file("system", path)).find(({ certificates }) => certificates > 0);
  const byVariable = [...REPLACED, ...ADDED].flatMap((name) => (user[name] ? [file(name, user[name])] : []));
  const fromProfile = profileCaBundle(user, home);
  const byProfile = fromProfile === undefined ? [] : [file("ca_bundle of the AWS profile", fromProfile)];
  return { ...(system === undefined ? {} : { system }), named: [...byVariable, ...byProfile] };
}
