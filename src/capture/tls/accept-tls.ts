/** The TLS handshake with the wrapped program, in which we present our leaf. */
import type { Socket } from "node:net";
import { type SecureContext, TLSSocket } from "node:tls";
import type { HttpProtocol } from "./alpn.ts";

export interface AcceptOptions {
  readonly secureContext: SecureContext;
  /** The one protocol that the upstream agreed to; undefined: no ALPN in our answer. */
  readonly protocol: HttpProtocol | undefined;
}

/** The client did not complete the handshake. */
export class ClientHandshakeFailure extends Error {
  /** OpenSSL's or the system's code; `closed` where the client just went away. */
  readonly code: string;

  constructor(code: string) {
    super(`handshake with the client failed: ${code}`);
    this.code = code;
  }
}

/** Takes the socket over, bytes that were put back included. Rejects with `ClientHandshakeFailure`. */
export function acceptTls(tcp: Socket, { secureContext, protocol }: AcceptOptions): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    if (tcp.destroyed) return reject(new ClientHandshakeFailure("closed"));
    const ALPNProtocols = protocol === undefined ? {} : { ALPNProtocols: [protocol] };
    const socket = new TLSSocket(tcp, { isServer: true, secureContext, requestCert: false, ...ALPNProtocols });
    const closed = (): void => reject(new ClientHandshakeFailure("closed"));
    const failed = (error: NodeJS.ErrnoException): void => {
      reject(new ClientHandshakeFailure(error.code ?? "closed"));
    };
    // After the handshake Node leaves a socket open that has received an alert.
    socket.on("error", () => socket.destroy());
    socket.once("error", failed).once("end", closed).once("close", closed);
    // Without a tls.Server in between, `secure` is what tells the end of a server's handshake.
    socket.once("secure", () => {
      socket.off("error", failed).off("end", closed).off("close", closed);
      resolve(socket);
    });
  });
}
