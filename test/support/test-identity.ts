/** Server certificates for tests, made with the product's own certificate writer: any name, any lifetime, any issuer. */
import { generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import { type CertificateFields, certificatePem } from "../../src/capture/tls/certificate.ts";

const HOUR = 60 * 60 * 1000;

export interface Issuer {
  readonly certificate: string;
  /** PEM certificate and key of a server. */
  identity(hostname: string, lifetime?: { readonly notAfter: Date }): { readonly cert: string; readonly key: string };
}

const serial = (): Buffer => Buffer.concat([Buffer.from([1]), randomBytes(8)]);

const newKeys = (): { publicKey: KeyObject; privateKey: KeyObject } =>
  generateKeyPairSync("ec", { namedCurve: "P-256" });

/** An authority that may certify `localhost`, `example.com` and `amazonaws.com` names and 127.0.0.0/8. */
export function testIssuer(commonName = "test CA"): Issuer {
  const keys = newKeys();
  const issuer = { name: { organization: "test", commonName }, key: keys.privateKey };
  const common = {
    issuer,
    notBefore: new Date(Date.now() - 48 * HOUR),
    notAfter: new Date(Date.now() + HOUR),
  } satisfies Partial<CertificateFields>;
  const certificate = certificatePem({
    ...common,
    serial: serial(),
    subject: issuer.name,
    publicKey: keys.publicKey,
    role: {
      kind: "authority",
      permittedDnsNames: ["localhost", "example.com", "amazonaws.com"],
      permittedAddresses: ["127.0.0.0/8"],
    },
  });
  return {
    certificate,
    identity(hostname, lifetime) {
      const own = newKeys();
      const cert = certificatePem({
        ...common,
        ...lifetime,
        serial: serial(),
        subject: { organization: "test" },
        publicKey: own.publicKey,
        role: { kind: "leaf", hostname },
      });
      return { cert, key: own.privateKey.export({ type: "pkcs8", format: "pem" }).toString() };
    },
  };
}
