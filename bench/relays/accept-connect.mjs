/** What every relay of the benchmark shares: answer CONNECT, then TLS with the client. Prints `{port, ca}` when it listens. */
import { createServer } from "node:net";
import { TLSSocket } from "node:tls";
import { benchAuthority, HOST } from "../authority.mjs";

/** Calls `onClient` with each decrypted connection. */
export function acceptConnect(onClient) {
  const authority = benchAuthority();
  const secureContext = authority.leafFor(HOST);
  const server = createServer((socket) => {
    socket.setNoDelay(true);
    socket.on("error", () => socket.destroy());
    socket.once("data", () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      const client = new TLSSocket(socket, { isServer: true, secureContext, ALPNProtocols: ["http/1.1"] });
      client.on("error", () => client.destroy());
      onClient(client);
    });
  });
  server.listen(0, "127.0.0.1", () => {
    process.stdout.write(`${JSON.stringify({ port: server.address().port, ca: authority.certificatePem })}\n`);
  });
}
