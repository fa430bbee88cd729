/** The listeners of the proxy itself: on loopback, and where that is asked for on one more address, with the same port. */
import type { Socket } from "node:net";
import { SetupError } from "../errors.ts";
import type { CaptureOptions } from "./capture-options.ts";
import { openTcpServer, type TcpServer } from "./tcp-server.ts";

/** A port that is free on loopback may be taken elsewhere, mostly by a connection that is on its way out. */
const ATTEMPTS = 5;

/** `token`: what the client has to show; undefined on loopback. */
type Serve = (tcp: Socket, token: string | undefined) => void;

/** The first one is on loopback. Rejects with `SetupError`, all closed again. */
export async function openProxyServers(
  { elsewhere, port }: Pick<CaptureOptions, "port" | "elsewhere">,
  serve: Serve,
): Promise<readonly [TcpServer, ...TcpServer[]]> {
  for (let attempt = 1; ; attempt += 1) {
    const server = await openTcpServer({ port }, (tcp) => serve(tcp, undefined));
    if (elsewhere === undefined) return [server];
    try {
      const { address, token } = elsewhere;
      return [server, await openTcpServer({ address, port: server.port }, (tcp) => serve(tcp, token))];
    } catch (error) {
      await server.close(0);
      const isWorthAnother = error instanceof SetupError && error.code === "port-in-use" && port === 0;
      if (!isWorthAnother || attempt === ATTEMPTS) throw error;
    }
  }
}
