/** Reads a ClientHello without consuming it: what the client offers, and by what marks it can be told again. */
import type { Socket } from "node:net";
import { Readable } from "node:stream";
import { calculateJa4, getExtensionData, readTlsClientHello, type TlsClientHelloMessage } from "read-tls-client-hello";
import { peek } from "../peek.ts";

export interface ClientHello {
  /** SNI as sent. */
  readonly serverName: string | undefined;
  /** Undefined: no ALPN extension. */
  readonly alpn: readonly string[] | undefined;
  /** JA4: the same for every connection of one client, whatever the order of its extensions. */
  readonly fingerprint: string;
  /** Whether this client can use a P-256 certificate over TLS 1.2 or later at all. */
  readonly canUseOurLeaf: boolean;
}

const RECORD_HEADER = 5;
const MESSAGE_HEADER = 4;
/** RFC 8446 4: a handshake message has a 24-bit length; real hellos are below 3 kB. */
const LONGEST_HELLO = 64 * 1024;

const TLS_1_2 = 0x0303;
const ECDSA_P256_SHA256 = 0x0403;
const ECDHE_ECDSA_AES128_GCM = 0xc02b;
const SECP256R1 = 23;

/** Undefined where the bytes turn out to be no ClientHello. Rejects with `EndedEarly`. Every byte is put back. */
export async function readClientHello(socket: Socket): Promise<ClientHello | undefined> {
  const record = await peek(socket, helloRecord);
  if (record === "malformed") return undefined;
  try {
    return describe(await readTlsClientHello(Readable.from([record], { objectMode: false })));
  } catch {
    return undefined;
  }
}

/** The hello as one record; large ones (post-quantum key shares, tickets) arrive in several (RFC 8446 5.1). */
function helloRecord(bytes: Buffer): Buffer | "malformed" | undefined {
  const fragments: Buffer[] = [];
  let length = 0;
  for (let at = 0; at + RECORD_HEADER <= bytes.length; ) {
    const fragmentLength = bytes.readUInt16BE(at + 3);
    if (bytes[at] !== 0x16 || fragmentLength === 0) return "malformed";
    const fragment = bytes.subarray(at + RECORD_HEADER, at + RECORD_HEADER + fragmentLength);
    fragments.push(fragment);
    length += fragment.length;
    if (length >= MESSAGE_HEADER) {
      const message = fragments.length === 1 ? fragment : Buffer.concat(fragments);
      const end = MESSAGE_HEADER + message.readUIntBE(1, 3);
      if (message[0] !== 1 || end > LONGEST_HELLO) return "malformed";
      if (length >= end) return asRecord(message.subarray(0, end));
    }
    at += RECORD_HEADER + fragmentLength;
  }
  return undefined;
}

function asRecord(message: Buffer): Buffer {
  const header = Buffer.from([0x16, 0x03, 0x01, message.length >> 8, message.length & 0xff]);
  return Buffer.concat([header, message]);
}

function describe(hello: TlsClientHelloMessage): ClientHello {
  return {
    serverName: getExtensionData(hello, "sni")?.serverName,
    alpn: getExtensionData(hello, "alpn")?.protocols,
    fingerprint: calculateJa4(hello),
    canUseOurLeaf: canUseOurLeaf(hello),
  };
}

function canUseOurLeaf(hello: TlsClientHelloMessage): boolean {
  const versions = getExtensionData(hello, "supported_versions")?.versions ?? [hello.version];
  const signatures = getExtensionData(hello, "signature_algorithms")?.algorithms;
  const curves = getExtensionData(hello, "supported_groups")?.groups;
  if (!versions.some((version) => version >= TLS_1_2 && (version & 0x0f0f) !== 0x0a0a)) return false;
  if (signatures?.includes(ECDSA_P256_SHA256) === false || curves?.includes(SECP256R1) === false) return false;
  // TLS 1.2 alone: the key type of the certificate is part of the cipher suite.
  return versions.includes(0x0304) || hello.cipherSuites.some(isEcdsaSuite);
}

/** ECDHE_ECDSA with AEAD or CBC (RFC 8422, 5289, 7251, 7905). */
function isEcdsaSuite(suite: number): boolean {
  return suite === 0xc009 || suite === 0xc00a || (suite >= 0xc023 && suite <= 0xc024) || isEcdsaAead(suite);
}

function isEcdsaAead(suite: number): boolean {
  return (
    suite === ECDHE_ECDSA_AES128_GCM || suite === 0xc02c || suite === 0xcca9 || (suite >= 0xc0ac && suite <= 0xc0af)
  );
}
