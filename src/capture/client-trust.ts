/**
 * Remembers which clients do not accept our certificate, so that their connections pass blind from then on (D8a).
 * A client is told by the marks of its ClientHello: others that talk to the same host stay observed.
 */
import type { ClientHello } from "./tls/client-hello.ts";

export interface ClientKind {
  readonly authority: string;
  readonly hello: Pick<ClientHello, "fingerprint">;
}

/** Node and some others send no alert: they hang up without a word, as does a connection opened in advance. */
const SILENT_CLOSES = 2;

export class ClientTrust {
  readonly #silentCloses = new Map<string, number>();
  readonly #distrusting = new Set<string>();

  distrusts(kind: ClientKind): boolean {
    return this.#distrusting.size > 0 && this.#distrusting.has(keyOf(kind));
  }

  /** The client sent application bytes: it has accepted our certificate. */
  accepted(kind: ClientKind): void {
    if (this.#silentCloses.size > 0) this.#silentCloses.delete(keyOf(kind));
  }

  /** The handshake failed, or the connection was closed before the client had sent one application byte. */
  failed(kind: ClientKind, code: string): void {
    const key = keyOf(kind);
    const count = (this.#silentCloses.get(key) ?? 0) + 1;
    this.#silentCloses.set(key, count);
    // An alert, or a handshake that OpenSSL gave up, leaves no doubt.
    if (code.startsWith("ERR_SSL_") || count >= SILENT_CLOSES) this.#distrusting.add(key);
  }
}

const keyOf = ({ authority, hello }: ClientKind): string => `${authority} ${hello.fingerprint}`;
