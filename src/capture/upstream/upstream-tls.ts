/**
 * TLS to upstreams, judged by the user's own trust settings, and the memory of those that have verified (D7): for them
 * the client's handshake need not wait, and the TLS session is resumed. One instance knows one set of trust settings.
 */
import { isIP, type Socket } from "node:net";
import { connect, createSecureContext, rootCertificates, type SecureContext, type TLSSocket } from "node:tls";
import type { HttpProtocol } from "../tls/alpn.ts";
import { codeOf, UpstreamFailure } from "./upstream-failure.ts";

export interface TrustSettings {
  /** PEM, replacing Node's roots; undefined: Node's own. */
  readonly roots: readonly string[] | undefined;
  readonly extraRoots: readonly string[];
}

export interface UpstreamHello {
  /** Whose certificate we want to see: what the client asked for by SNI, else the host that it connects to. */
  readonly hostname: string;
  /** Sent as SNI; undefined: none, as the client sent none. */
  readonly serverName: string | undefined;
  readonly protocol: HttpProtocol | undefined;
  /** Hosts are remembered by authority, names and offer. */
  readonly memoryKey: string;
}

export interface SecuredUpstream {
  readonly socket: TLSSocket;
  readonly negotiated: HttpProtocol | undefined;
}

interface Verified {
  readonly negotiated: HttpProtocol | undefined;
  session?: Buffer;
}

const REMEMBERED_HOSTS = 1000;

export class UpstreamTls {
  readonly #settings: TrustSettings;
  #context: SecureContext | undefined;
  readonly #verified = new Map<string, Verified>();

  constructor(settings: TrustSettings) {
    this.#settings = settings;
  }

  /** What the host negotiated when it last verified; undefined: it has not verified yet. */
  verified(memoryKey: string): { readonly negotiated: HttpProtocol | undefined } | undefined {
    return this.#verified.get(memoryKey);
  }

  forget(memoryKey: string): void {
    this.#verified.delete(memoryKey);
  }

  /** Reading a bundle of 150 roots takes 20 ms: better done before the first connection than during it. */
  warmUp(): void {
    this.#context ??= secureContext(this.#settings);
  }

  /** The settings as TLS takes them, for what else is to be judged by them. */
  get trust(): SecureContext | undefined {
    this.warmUp();
    return this.#context;
  }

  /** Handshakes over a connected socket. Rejects with `UpstreamFailure`; the socket is gone then. */
  handshake(tcp: Socket, hello: UpstreamHello): Promise<SecuredUpstream> {
    this.warmUp();
    const session = this.#verified.get(hello.memoryKey)?.session;
    return new Promise((resolve, reject) => {
      const socket = connect({
        socket: tcp,
        host: hello.hostname,
        ...(this.#context !== undefined && { secureContext: this.#context }),
        ...(hello.serverName !== undefined && isIP(hello.serverName) === 0 && { servername: hello.serverName }),
        ...(hello.protocol !== undefined && { ALPNProtocols: [hello.protocol] }),
        ...(session !== undefined && { session }),
      });
      const fail = (code: string, message: string): void => {
        this.#verified.delete(hello.memoryKey);
        const stage = socket.authorizationError ? "unverified" : "handshake";
        reject(new UpstreamFailure(stage, code, message));
      };
      const failed = (error: Error): void => fail(codeOf(error), error.message);
      const closed = (): void => fail("ECONNRESET", "the upstream hung up during the TLS handshake");
      socket.once("error", failed).once("close", closed);
      // After the handshake Node leaves a socket open that has received an alert.
      socket.on("error", () => socket.destroy());
      // TLS 1.2 gives its ticket before the handshake is over, TLS 1.3 any number of them later.
      let ticket = session;
      socket.on("session", (given) => {
        ticket = given;
        this.#keepSession(hello.memoryKey, given);
      });
      socket.once("secureConnect", () => {
        socket.off("error", failed).off("close", closed);
        const negotiated = knownProtocol(socket.alpnProtocol);
        this.#remember(hello.memoryKey, ticket === undefined ? { negotiated } : { negotiated, session: ticket });
        resolve({ socket, negotiated });
      });
    });
  }

  #remember(key: string, verified: Verified): void {
    this.#verified.delete(key);
    this.#verified.set(key, verified);
    for (const oldest of this.#verified.keys()) {
      if (this.#verified.size <= REMEMBERED_HOSTS) break;
      this.#verified.delete(oldest);
    }
  }

  #keepSession(key: string, session: Buffer): void {
    const known = this.#verified.get(key);
    if (known !== undefined) known.session = session;
  }
}

function secureContext({ roots, extraRoots }: TrustSettings): SecureContext {
  if (roots === undefined && extraRoots.length === 0) return createSecureContext();
  return createSecureContext({ ca: [...(roots ?? rootCertificates), ...extraRoots] });
}

const knownProtocol = (alpn: string | false | null): HttpProtocol | undefined =>
  alpn === "h2" || alpn === "http/1.1" ? alpn : undefined;
