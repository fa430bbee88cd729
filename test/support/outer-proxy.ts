/** The user's own outer proxy, as a program of a few lines: CONNECT, with Basic credentials where it wants them. */
import { connect, createServer, type Socket } from "node:net";
import { createServer as createTlsServer, type TlsOptions } from "node:tls";
import { listening, type Upstream } from "./upstreams.ts";

export interface OuterProxy extends Upstream {
  /** The heads of all CONNECT requests, as sent. */
  readonly heads: string[];
}

/** `userInfo`: `user:password` that it demands; `identity`: it is reached by TLS and shows this certificate. */
export async function outerProxy(userInfo?: string, identity?: TlsOptions): Promise<OuterProxy> {
  const heads: string[] = [];
  const wanted = userInfo && `\r\nProxy-Authorization: Basic ${Buffer.from(userInfo).toString("base64")}\r\n`;
  const serve = (client: Socket, head: string): void => {
    heads.push(head);
    if (wanted !== undefined && !head.includes(wanted)) {
      client.end("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    const port = Number(/^CONNECT [^ ]+:(\d+) /.exec(head)?.[1]);
    const upstream = connect({ port, host: "127.0.0.1", allowHalfOpen: true }, () => {
      client.write("HTTP/1.1 200 Connection established\r\nProxy-Agent: test\r\n\r\n");
      client.pipe(upstream).pipe(client);
    });
    upstream.on("error", () => client.destroy());
    client.on("close", () => upstream.destroy());
  };
  const accept = (client: Socket): void => {
    client.on("error", () => {});
    client.once("data", (chunk: Buffer) => serve(client, chunk.toString("latin1")));
  };
  const halfOpen = { allowHalfOpen: true };
  const server =
    identity === undefined ? createServer(halfOpen, accept) : createTlsServer({ ...halfOpen, ...identity }, accept);
  return { ...(await listening(server)), heads };
}
