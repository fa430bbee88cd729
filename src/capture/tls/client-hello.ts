/** Reads a ClientHello without consuming it: what the client offers, and by what marks it can be told again. */
import type { Socket } from "node:net";
import { peek } from "../peek.ts";
import { type HelloMessage, helloMessage, isGrease } from "./hello-message.ts";

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

type HelloReader = typeof import("read-tls-client-hello");

/** Loaded when the first TLS client comes: its tables would cost every start 12 ms. */
const loadReader = (): Promise<HelloReader> => import("read-tls-client-hello");

/** Begins loading what the first hello will need. */
export function warmUpHelloReader(): void {
  // A failure shows at the first hello, which is then taken for none.
  loadReader().catch(() => {});
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
  const message = await peek(socket, wholeHello);
  if (message === "malformed") return undefined;
  try {
    const reader = await loadReader();
    return describe(reader, helloMessage(message, reader.extensionParsers));
  } catch {
    return undefined;
  }
}

/** One handshake message; large ones (post-quantum key shares, tickets) arrive in several records (RFC 8446 5.1). */
function wholeHello(bytes: Buffer): Buffer | "malformed" | undefined {
  const fragments: Buffer[] = [];
  let length = 0;
  // RFC 8446 5.1: the record's version is 3.x, whatever TLS is spoken. Other binary protocols are not to be waited for.
  if (bytes.length > 1 && bytes[1] !== 3) return "malformed";
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
      if (length >= end) return message.subarray(0, end);
    }
    at += RECORD_HEADER + fragmentLength;
  }
  return undefined;
}

function describe(reader: HelloReader, hello: HelloMessage): ClientHello {
  let fingerprint: string | undefined;
  return {
    serverName: reader.getExtensionData(hello, "sni")?.serverName,
    alpn: reader.getExtensionData(hello, "alpn")?.protocols,
    // Two hashes, that nobody asks for until a client has distrusted us.
    get fingerprint() {
      fingerprint ??= reader.calculateJa4(hello);
      return fingerprint;
    },
    canUseOurLeaf: canUseOurLeaf(reader, hello),
  };
}

function canUseOurLeaf({ getExtensionData }: HelloReader, hello: HelloMessage): boolean {
  const versions = getExtensionData(hello, "supported_versions")?.versions ?? [hello.version];
  const signatures = getExtensionData(hello, "signature_algorithms")?.algorithms;
  const curves = getExtensionData(hello, "supported_groups")?.groups;
  if (!versions.some((version) => version >= TLS_1_2 && !isGrease(version))) return false;
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
