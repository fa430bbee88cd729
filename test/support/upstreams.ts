/** Upstreams on loopback for capture tests. Everything started here ends with the test. */
import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer, type TLSSocket, type TlsOptions } from "node:tls";
import { onTestFinished } from "vitest";

export interface Upstream {
  readonly port: number;
  readonly authority: string;
  /** TCP connections accepted so far. */
  readonly accepted: () => number;
  /** Later connections are refused; open ones live on. */
  readonly stopListening: () => void;
}

/** Listens on a free port of loopback; its open connections are destroyed at the end of the test. */
export async function listening(server: Server, host = "127.0.0.1"): Promise<Upstream> {
  const open = new Set<Socket>();
  let accepted = 0;
  server.on("connection", (socket: Socket) => {
    accepted += 1;
    open.add(socket);
    socket.on("error", () => {});
  });
  // As the proxy's own: hundreds of clients may come at once.
  server.listen({ port: 0, host, backlog: 1024 });
  await once(server, "listening");
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  const address = server.address();
  const bound = (address as AddressInfo).port;
  return {
    port: bound,
    authority: `localhost:${bound}`,
    accepted: () => accepted,
    stopListening: () => server.close(),
  };
}

export function tcpUpstream(onSocket: (socket: Socket) => void): Promise<Upstream> {
  return listening(createServer({ allowHalfOpen: true }, onSocket));
}

/** Says nothing, and counts the bytes that it is sent. */
export async function countingUpstream(): Promise<Upstream & { readonly received: () => number }> {
  let received = 0;
  const upstream = await tcpUpstream((socket) => {
    socket.on("data", (chunk: Buffer) => {
      received += chunk.length;
    });
  });
  return { ...upstream, received: () => received };
}

export function tlsUpstream(options: TlsOptions, onSocket: (socket: TLSSocket) => void): Promise<Upstream> {
  const server = createTlsServer({ allowHalfOpen: true, ...options }, (socket) => {
    socket.on("error", () => {});
    onSocket(socket);
  });
  server.on("tlsClientError", () => {});
  return listening(server);
}

/** Sends back every byte; ends when the client ends. */
export const echo = (socket: Socket): void => {
  socket.pipe(socket);
};

/** Answers every request that has no body with these bytes. */
export function answering(response: string): (socket: Socket) => void {
  return (socket) => {
    let received = "";
    socket.on("data", (chunk: Buffer) => {
      received += chunk.toString("latin1");
      for (let end = received.indexOf("\r\n\r\n"); end >= 0; end = received.indexOf("\r\n\r\n")) {
        received = received.slice(end + 4);
        socket.write(response, "latin1");
      }
    });
    socket.on("end", () => socket.end());
  };
}
