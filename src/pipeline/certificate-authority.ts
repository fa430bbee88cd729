/** The certificate authority of an observation: a fresh one, or the one that the user keeps, if that can speak for all it must. */
import type { CertificateAuthority, KeptAuthority } from "../capture/tls/certificate-authority.ts";
import { SetupError } from "../errors.ts";
import { PARTITIONS } from "../iam/partition.ts";

/** Every suffix under which AWS answers, of all partitions: what a program's hook leads to the proxy. */
export const awsDnsSuffixes: readonly string[] = [...new Set(PARTITIONS.flatMap(({ dnsSuffixes }) => dnsSuffixes))];

/** All that may be intercepted: AWS, loopback, and these `HOST[:PORT]`. */
export const permittedNames = (intercept: readonly string[]) => ({
  permittedDnsNames: [...awsDnsSuffixes, "localhost", ...intercept.map((name) => name.replace(/:\d+$/, ""))],
  permittedAddresses: ["127.0.0.1", "::1"],
});

export interface AuthorityWish {
  readonly intercept: readonly string[];
  /** Used where it is valid still and nothing is intercepted that it was not made for. */
  readonly keptAuthority?: KeptAuthority;
  readonly now: Date;
}

/** Throws `SetupError` where the kept one is no pair of certificate and key. */
export async function authorityFor({ intercept, keptAuthority, now }: AuthorityWish): Promise<CertificateAuthority> {
  const { createCertificateAuthority, openKeptAuthority } = await import("../capture/tls/certificate-authority.ts");
  const ofThisRun = (): CertificateAuthority => createCertificateAuthority({ ...permittedNames(intercept), now });
  if (keptAuthority === undefined || intercept.length > 0) return ofThisRun();
  try {
    return openKeptAuthority(keptAuthority, now) ?? ofThisRun();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const hint = "`iamgen ca remove`, then `iamgen ca create`";
    throw new SetupError("ca-unusable", `cannot use the kept certificate authority: ${why}`, { hint, cause });
  }
}
