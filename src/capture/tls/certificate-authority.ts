/**
 * The certificate authority of one run (D4, D5): made in memory, limited by name to what may be intercepted, gone
 * with the process. Nothing in here writes a file; only an authority that is made to be kept gives its key away.
 *
 * Two certificates: the root, which clients trust and whose key is dropped as soon as it has signed the other one, and the signer
 * of all leaves. Java takes a trusted certificate for its name and key alone (RFC 5280 6.1.1 (d)): limits hold only below it.
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

/** The certificate that signs leaves, PEM, with its key. */
interface Signer {
  readonly certificate: string;
  readonly issuer: CertificateSigner;
  readonly validity: Validity;
}

interface Made {
  readonly root: string;
  readonly signer: Signer;
}

/** A fresh authority, valid from a day ago (clocks differ) for 30 days (daemons outlive runs). */
export function createCertificateAuthority(scope: AuthorityScope): CertificateAuthority {
  const { root, signer } = made(scope, { called: "run CA", validDays: VALID_DAYS });
  return new RunAuthority(root, signer);
}

/** An authority that outlives its maker: whoever holds the key can speak for the permitted names. */
export interface KeptAuthority {
  /** What clients trust. */
  readonly certificatePem: string;
  /** The signer's key (PKCS #8), and behind it its certificate. */
  readonly keyPem: string;
}

/** An authority to be kept, valid for a year; opt-in (D5), for `listen` with clients that cannot be told a new one each time. */
export function createKeptAuthority(scope: AuthorityScope): KeptAuthority {
  const { root, signer } = made(scope, { called: "kept CA", validDays: KEPT_DAYS });
  const key = signer.issuer.key.export({ type: "pkcs8", format: "pem" });
  return { certificatePem: root, keyPem: `${key}${signer.certificate}` };
}

/** A kept authority at work again; undefined where it has expired by `now`. Throws where certificate and key are none, or not a pair. */
export function openKeptAuthority(
  { certificatePem, keyPem }: KeptAuthority,
  now: Date,
): CertificateAuthority | undefined {
  const root = new X509Certificate(certificatePem);
  const key = createPrivateKey(keyPem);
  const certificate = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----\n/.exec(keyPem)?.[0];
  const signer = certificate === undefined ? undefined : new X509Certificate(certificate);
  if (certificate === undefined || !signer?.checkPrivateKey(key) || !signer.verify(root.publicKey)) {
    throw new Error("the key is another certificate's");
  }
  const validity = { notBefore: new Date(signer.validFrom), notAfter: new Date(signer.validTo) };
  if (now >= validity.notAfter) return undefined;
  const commonName = /^CN=(.*)$/m.exec(signer.subject)?.[1] ?? "";
  return new RunAuthority(certificatePem, { certificate, issuer: signerNamed(commonName, key), validity });
}

function made(scope: AuthorityScope, { called, validDays }: { called: string; validDays: number }): Made {
  const validity = {
    notBefore: new Date(scope.now.getTime() - DAY),
    notAfter: new Date(scope.now.getTime() + validDays * DAY),
  };
  // Unique, so that a trust store that holds several of them never mistakes one for another.
  const unique = randomBytes(8).toString("hex");
  const [rootKeys, signerKeys] = [newKeyPair(), newKeyPair()];
  const root = signerNamed(`iamgen ${called} ${unique}`, rootKeys.privateKey);
  const issuer = signerNamed(`iamgen ${called} signer ${unique}`, signerKeys.privateKey);
  const { permittedDnsNames, permittedAddresses } = scope;
  const certified = (subject: CertificateSigner, publicKey: KeyObject, pathLength: number): string =>
    certificatePem({
      ...validity,
      serial: newSerial(),
      subject: subject.name,
      publicKey,
      issuer: root,
      role: { kind: "authority", permittedDnsNames, permittedAddresses, pathLength },
    });
  const certificate = certified(issuer, signerKeys.publicKey, 0);
  return { root: certified(root, rootKeys.publicKey, 1), signer: { certificate, issuer, validity } };
}

const signerNamed = (commonName: string, key: KeyObject): CertificateSigner => ({
  name: { organization: ORGANIZATION, commonName },
  key,
});

class RunAuthority implements CertificateAuthority {
  readonly certificatePem: string;
  readonly #signer: Signer;
  readonly #leafPublicKey: KeyObject;
  readonly #leafKeyPem: string;
  readonly #leaves = new Map<string, SecureContext>();

  constructor(root: string, signer: Signer) {
    this.certificatePem = root;
    this.#signer = signer;
    const keys = newKeyPair();
    this.#leafPublicKey = keys.publicKey;
    this.#leafKeyPem = keys.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  }

  leafFor(hostname: string): SecureContext {
    const name = hostname.toLowerCase();
    const kept = this.#leaves.get(name);
    if (kept !== undefined) return kept;
    const made = createSecureContext({ cert: this.#chainFor(name), key: this.#leafKeyPem });
    this.#leaves.set(name, made);
    for (const oldest of this.#leaves.keys()) {
      if (this.#leaves.size <= KEPT_LEAVES) break;
      this.#leaves.delete(oldest);
    }
    return made;
  }

  /** The leaf and its signer: the client has the root. */
  #chainFor(hostname: string): string {
    const { certificate, issuer, validity } = this.#signer;
    // OpenSSL holds a common name that looks like a DNS name against the name constraints where the certificate
    // has no DNS name of its own: an address gets none.
    const named = isIP(hostname) === 0 && hostname.length <= LONGEST_COMMON_NAME;
    const leaf = certificatePem({
      ...validity,
      serial: newSerial(),
      subject: named ? { organization: ORGANIZATION, commonName: hostname } : { organization: ORGANIZATION },
      publicKey: this.#leafPublicKey,
      issuer,
      role: { kind: "leaf", hostname },
    });
    return `${leaf}${certificate}`;
  }
}

const newKeyPair = (): { publicKey: KeyObject; privateKey: KeyObject } =>
  generateKeyPairSync("ec", { namedCurve: "P-256" });

/** RFC 5280 4.1.2.2: positive, at most 20 octets; the first one fixed so that DER needs no padding. */
function newSerial(): Buffer {
  return Buffer.concat([Buffer.from([0x41]), randomBytes(15)]);
}
