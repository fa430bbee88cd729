/**
 * Ports that stand for endpoints on this machine (LocalStack, MinIO, DynamoDB Local): clients in every language find them
 * by their configuration, where no proxy variable leads them. Bytes pass as they come, so the Host header is what the
 * client signed, and a stand-in that verifies signatures is content.
 */
import { connect, type Socket } from "node:net";
import { type Authority, formatAuthority, isLoopback, parseAuthority } from "./authority.ts";
import { type CaptureContext, Connection } from "./connection.ts";
import { EndedEarly } from "./peek.ts";
import { serveTarget } from "./serve-target.ts";
import { reset } from "./splice.ts";
import { openTcpServer, type TcpServer } from "./tcp-server.ts";

/** Servers on this machine answer in less than one of these. */
const PROBE_MS = 500;

export interface EndpointListeners {
  /** `hostname:port` of each endpoint, and the port that stands for it. */
  readonly ports: ReadonlyMap<string, number>;
  readonly servers: readonly TcpServer[];
}

/** The endpoints by the ports that stand for them: a request that names one of those ports is for its endpoint. */
export class EndpointDirectory {
  readonly #byPort = new Map<number, Authority>();

  add(port: number, endpoint: Authority): void {
    this.#byPort.set(port, endpoint);
  }

  /** The endpoint itself where `target` is a port of ours that stands for it, so that nothing passes us twice. */
  resolve(target: Authority): Authority {
    return (isLoopback(target.hostname) ? this.#byPort.get(target.port) : undefined) ?? target;
  }
}

/** One free port an endpoint; names that are none are left out, and so are servers that are down. Rejects with `SetupError`, all closed again. */
export async function listenForEndpoints(
  context: CaptureContext,
  authorities: readonly string[],
): Promise<EndpointListeners> {
  const ports = new Map<string, number>();
  const servers: TcpServer[] = [];
  try {
    for (const authority of new Set(authorities)) {
      const endpoint = parseAuthority(authority);
      if (endpoint === undefined) continue;
      if (!(await isUp(endpoint))) {
        context.notice({ kind: "endpoint-down", authority });
        continue;
      }
      const server = await openTcpServer({ port: 0 }, (tcp) => void serveEndpoint(context, tcp, endpoint));
      servers.push(server);
      ports.set(authority, server.port);
      context.endpoints.add(server.port, endpoint);
    }
  } catch (error) {
    await Promise.all(servers.map((server) => server.close(0)));
    throw error;
  }
  return { ports, servers };
}

/** False only where it is sure: somebody who opens that port himself must not be told another one. */
function isUp({ hostname, port }: Authority): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port, timeout: PROBE_MS });
    const is = (up: boolean) => () => {
      socket.destroy();
      resolve(up);
    };
    socket.once("connect", is(true)).once("timeout", is(true)).once("error", is(false));
  });
}

/** Never rejects: what goes wrong ends this connection and nothing else. */
async function serveEndpoint(context: CaptureContext, tcp: Socket, target: Authority): Promise<void> {
  try {
    const [turnedAway] = await Promise.all([context.admits(tcp), context.ready()]);
    if (turnedAway === undefined) {
      return await serveTarget(new Connection(context, { tcp, approach: "learned", target }));
    }
    if (turnedAway.notice !== undefined) context.notice(turnedAway.notice);
    reset(tcp);
  } catch (error) {
    if (error instanceof EndedEarly && error.silently) return void tcp.end();
    reset(tcp);
    if (error instanceof EndedEarly) return;
    const detail = error instanceof Error ? error.message : String(error);
    context.notice({ kind: "refused", authority: formatAuthority(target), detail: `internal: ${detail}` });
  }
}
