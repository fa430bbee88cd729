/**
 * The certificate authority of one run (D4, D5): made in memory, limited by name to what may be intercepted, gone
 * with the process. Nothing in here writes a file; only an authority that is made to be kept gives its key away.
 */
import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import { createSecureContext, type SecureContext } from "node:tls";
import { type CertificateSigner, certificatePem } from "./certificate.ts";

const DAY = 24 * 60 * 60 * 1000;
const VALID_DAYS = 30;
const KEPT_DAYS = 365;
const ORGANIZATION = "iamgen";

/** Enough for every bucket of a large run; beyond it the oldest leaf is made again when needed. */
const KEPT_LEAVES = 2000;

/** X.520: a common name holds at most 64 characters; S3 host names can be longer. */
const LONGEST_COMMON_NAME = 64;

export interface CertificateAuthority {
  /** The public certificate that clients are given to trust. */
  readonly certificatePem: string;
  /** What a TLS server for this host name (or IP address) presents; cached. */
  leafFor(hostname: string): SecureContext;
}

export interface AuthorityScope {
  /** Names that may be certified, each with all names below it (`amazonaws.com`). */
  readonly permittedDnsNames: readonly string[];
  /** IP addresses or ranges that may be certified (`127.0.0.0/8`, `::1`). */
  readonly permittedAddresses: readonly string[];
  readonly now: Date;
}

interface Validity {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

interface Made {
  readonly certificate: string;
  readonly issuer: CertificateSigner;
  readonly validity: Validity;
}

/** A fresh authority, valid from a day ago (clocks differ) for 30 days (daemons outlive runs). */
export function createCertificateAuthority(scope: AuthorityScope): CertificateAuthority {
  const { certificate, issuer, validity } = made(scope, { called: "run CA", validDays: VALID_DAYS });
  return new RunAuthority(certificate, issuer, validity);
}

/** An authority that outlives its maker: whoever holds the key can speak for the permitted names. Both PEM, the key PKCS #8. */
export interface KeptAuthority {
  readonly certificatePem: string;
  readonly keyPem: string;
}

/** An authority to be kept, valid for a year; opt-in (D5), for `listen` with clients that cannot be told a new one each time. */
export function createKeptAuthority(scope: AuthorityScope): KeptAuthority {
  const { certificate, issuer } = made(scope, { called: "kept CA", validDays: KEPT_DAYS });
  return { certificatePem: certificate, keyPem: issuer.key.export({ type: "pkcs8", format: "pem" }).toString() };
}

/** A kept authority at work again; undefined where it has expired by `now`. Throws where certificate and key are none, or not a pair. */
export function openKeptAuthority(
  { certificatePem, keyPem }: KeptAuthority,
  now: Date,
): CertificateAuthority | undefined {
  const certificate = new X509Certificate(certificatePem);
  const key = createPrivateKey(keyPem);
  if (!certificate.checkPrivateKey(key)) throw new Error("the key is another certificate's");
  const validity = { notBefore: new Date(certificate.validFrom), notAfter: new Date(certificate.validTo) };
  if (now >= validity.notAfter) return undefined;
  const commonName = /^CN=(.*)$/m.exec(certificate.subject)?.[1] ?? "";
  return new RunAuthority(certificatePem, { name: { organization: ORGANIZATION, commonName }, key }, validity);
}

function made(scope: AuthorityScope, { called, validDays }: { called: string; validDays: number }): Made {
  const validity = {
    notBefore: new Date(scope.now.getTime() - DAY),
    notAfter: new Date(scope.now.getTime() + validDays * DAY),
  };
  const keys = newKeyPair();
  // Unique, so that a trust store that holds several of them never mistakes one for another.
  const name = { organization: ORGANIZATION, commonName: `iamgen ${called} ${randomBytes(8).toString("hex")}` };
  const issuer: CertificateSigner = { name, key: keys.privateKey };
  const certificate = certificatePem({
    ...validity,
    serial: newSerial(),
    subject: name,
    publicKey: keys.publicKey,
    issuer,
    role: {
      kind: "authority",
      permittedDnsNames: scope.permittedDnsNames,
      permittedAddresses: scope.permittedAddresses,
    },
  });
  return { certificate, issuer, validity };
}

class RunAuthority implements CertificateAuthority {
  readonly certificatePem: string;
  readonly #issuer: CertificateSigner;
  readonly #validity: Validity;
  readonly #leafPublicKey: KeyObject;
  readonly #leafKeyPem: string;
  readonly #leaves = new Map<string, SecureContext>();

  constructor(certificate: string, issuer: CertificateSigner, validity: Validity) {
    this.certificatePem = certificate;
    this.#issuer = issuer;
    this.#validity = validity;
    const keys = newKeyPair();
    this.#leafPublicKey = keys.publicKey;
    this.#leafKeyPem = keys.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  }

  leafFor(hostname: string): SecureContext {
    const name = hostname.toLowerCase();
    const kept = this.#leaves.get(name);
    if (kept !== undefined) return kept;
    const made = createSecureContext({ cert: this.#certify(name), key: this.#leafKeyPem });
    this.#leaves.set(name, made);
    for (const oldest of this.#leaves.keys()) {
      if (this.#leaves.size <= KEPT_LEAVES) break;
      this.#leaves.delete(oldest);
    }
    return made;
  }

  #certify(hostname: string): string {
    // OpenSSL holds a common name that looks like a DNS name against the name constraints where the certificate
    // has no DNS name of its own: an address gets none.
    const named = isIP(hostname) === 0 && hostname.length <= LONGEST_COMMON_NAME;
    return certificatePem({
      ...this.#validity,
      serial: newSerial(),
      subject: named ? { organization: ORGANIZATION, commonName: hostname } : { organization: ORGANIZATION },
      publicKey: this.#leafPublicKey,
      issuer: this.#issuer,
      role: { kind: "leaf", hostname },
    });
  }
}

const newKeyPair = (): { publicKey: KeyObject; privateKey: KeyObject } =>
  generateKeyPairSync("ec", { namedCurve: "P-256" });

/** RFC 5280 4.1.2.2: positive, at most 20 octets; the first one fixed so that DER needs no padding. */
function newSerial(): Buffer {
  return Buffer.concat([Buffer.from([0x41]), randomBytes(15)]);
}
