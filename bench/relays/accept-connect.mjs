/** What every relay of the benchmark shares: answer CONNECT, then TLS with the client. Prints `{port, ca}` when it listens. */
import { createServer } from "node:net";
import { TLSSocket } from "node:tls";
import { benchAuthority } from "../authority.mjs";

/** Calls `onClient` with each decrypted connection, its host, and the protocol that was agreed on. */
export function acceptConnect(onClient, ALPNProtocols) {
  const authority = benchAuthority();
  const server = createServer({ noDelay: true }, (socket) => {
    socket.on("error", () => socket.destroy());
    socket.once("data", (chunk) => {
      const host = /^CONNECT ([^: ]+)/.exec(chunk.toString("latin1"))?.[1];
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      const client = new TLSSocket(socket, { isServer: true, secureContext: authority.leafFor(host), ALPNProtocols });
      client.on("error", () => client.destroy());
      client.once("secure", () => onClient(client, { host, protocol: client.alpnProtocol || "http/1.1" }));
    });
  });
  server.listen({ port: 0, host: "127.0.0.1", backlog: 1024 }, () => {
    process.stdout.write(`${JSON.stringify({ port: server.address().port, ca: authority.certificatePem })}\n`);
  });
}
