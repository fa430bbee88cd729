/** Certificates as text: taking bundles apart and putting them together. */

const CERTIFICATE = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[^-]+-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;

/** The certificates of a bundle, without comments and private keys. */
export function certificatesIn(text: string): readonly string[] {
  return text.match(CERTIFICATE) ?? [];
}

/** One bundle, each certificate once. */
export function bundleOf(certificates: Iterable<string>): string {
  return [...new Set(certificates)].map((certificate) => `${certificate.trim()}\n`).join("");
}

export function derOf(certificate: string): Buffer {
  return Buffer.from(certificate.replace(/-----[^-]+-----|\s/g, ""), "base64");
}
