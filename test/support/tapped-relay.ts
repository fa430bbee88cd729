/** A relay on loopback whose connections an observer watches, as the proxy does: it reads each chunk before it is passed on. */
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import type { ConnectionObserver } from "../../src/capture/observe/create-observer.ts";

export interface TappedRelay {
  readonly port: number;
  /** Resolves when all connections so far are closed and their observers told. */
  close(): Promise<void>;
}

export async function tappedRelay(upstreamPort: number, newObserver: () => ConnectionObserver): Promise<TappedRelay> {
  const closed: Promise<unknown>[] = [];
  const server = createServer((client) => {
    const observer = newObserver();
    const upstream = connect(upstreamPort, "127.0.0.1");
    pass(client, upstream, (chunk) => observer.fromClient(chunk));
    pass(upstream, client, (chunk) => observer.fromUpstream(chunk));
    const ends = Promise.all([once(client, "close"), once(upstream, "close")]);
    closed.push(ends.then(() => observer.end("connection-closed")));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.close();
      await Promise.all(closed);
    },
  };
}

function pass(from: Socket, to: Socket, read: (chunk: Buffer) => void): void {
  from.on("data", read);
  from.pipe(to);
  from.on("error", () => to.destroy());
  from.on("close", () => to.destroy());
}
