/**
 * Java's own trust store format (JKS, version 2) without keytool. Public certificates only; the password guards integrity, not secrecy.
 * Layout: `sun.security.provider.JavaKeyStore` of the OpenJDK, method engineStore.
 */
import { createHash } from "node:crypto";

const MAGIC = 0xfeedfeed;
const VERSION = 2;
const TRUSTED_CERTIFICATE = 2;
const DIGEST_BYTES = 20;

/** Entries are named iamgen-0, iamgen-1, …; all are of the same date, so that equal certificates give equal bytes. */
export function javaTrustStore(certificates: readonly Buffer[], password: string): Buffer {
  const entries = certificates.map((der, index) => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(TRUSTED_CERTIFICATE);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(der.length);
    const createdAt = Buffer.alloc(8);
    return Buffer.concat([head, modifiedUtf8(`iamgen-${index}`), createdAt, modifiedUtf8("X.509"), size, der]);
  });
  const header = Buffer.alloc(12);
  header.writeUInt32BE(MAGIC, 0);
  header.writeUInt32BE(VERSION, 4);
  header.writeUInt32BE(entries.length, 8);
  const body = Buffer.concat([header, ...entries]);
  return Buffer.concat([body, digestOf(body, password)]);
}

/** Certificates of a trust store; undefined for what cannot be read without a password, for key stores, and for broken files. */
export function certificatesOfTrustStore(store: Buffer): readonly Buffer[] | undefined {
  const certificates = store.subarray(0, 4).toString("hex") === "feedfeed" ? fromJks(store) : fromOpenPkcs12(store);
  return certificates === undefined || certificates.length === 0 ? undefined : certificates;
}

function fromJks(store: Buffer): readonly Buffer[] | undefined {
  const certificates: Buffer[] = [];
  let at = 12;
  const skipText = (): void => {
    at += 2 + store.readUInt16BE(at);
  };
  try {
    for (let left = store.readUInt32BE(8); left > 0; left -= 1) {
      if (store.readUInt32BE(at) !== TRUSTED_CERTIFICATE) return undefined;
      at += 4;
      skipText();
      at += 8;
      skipText();
      const size = store.readUInt32BE(at);
      certificates.push(store.subarray(at + 4, at + 4 + size));
      at += 4 + size;
    }
  } catch {
    return undefined;
  }
  return at === store.length - DIGEST_BYTES ? certificates : undefined;
}

/** Object identifier of x509Certificate, then [0] and an OCTET STRING, each with a two-byte length (RFC 7292 section 4.2.3). */
const X509_CERTIFICATE = Buffer.from("060a2a864886f70d01091601a082", "hex");

/** From JDK 18 on, `cacerts` is PKCS12 without a password: its certificates stand there in clear. */
function fromOpenPkcs12(store: Buffer): readonly Buffer[] | undefined {
  const certificates: Buffer[] = [];
  for (let at = store.indexOf(X509_CERTIFICATE); at >= 0; at = store.indexOf(X509_CERTIFICATE, at + 1)) {
    const octets = at + X509_CERTIFICATE.length + 2;
    if (octets + 4 > store.length || store.readUInt16BE(octets) !== 0x0482) return undefined;
    certificates.push(store.subarray(octets + 4, octets + 4 + store.readUInt16BE(octets + 2)));
  }
  return certificates;
}

/** DataOutput.writeUTF; ASCII alone is used here. */
function modifiedUtf8(text: string): Buffer {
  const bytes = Buffer.from(text, "latin1");
  const size = Buffer.alloc(2);
  size.writeUInt16BE(bytes.length);
  return Buffer.concat([size, bytes]);
}

/** SHA-1 over the password in UTF-16BE, a salt that the format fixes, and the body. */
function digestOf(body: Buffer, password: string): Buffer {
  const passwordBytes = Buffer.from(password, "utf16le").swap16();
  return createHash("sha1").update(passwordBytes).update("Mighty Aphrodite").update(body).digest();
}
