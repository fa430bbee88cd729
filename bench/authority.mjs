/** Certificates for the benchmark's own servers, made by the product's certificate authority. */
import { createCertificateAuthority } from "../dist/capture/tls/certificate-authority.js";

export const HOST = "dynamodb.us-east-1.amazonaws.com";

export function benchAuthority() {
  return createCertificateAuthority({
    permittedDnsNames: ["amazonaws.com", "localhost"],
    permittedAddresses: ["127.0.0.1"],
    now: new Date(),
  });
}

/** An SNICallback that presents a leaf of this authority, whatever the name. */
export const secureContextFor = (authority) => (name, done) => done(null, authority.leafFor(name));
