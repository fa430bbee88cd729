/** Observes a plain-http connection: inside CONNECT, or one that the hook led here from an origin that it had learned. */
import type { Connection } from "./connection.ts";
import type { ConnectionEnd } from "./splice.ts";
import type { HttpProtocol } from "./tls/alpn.ts";
import { UpstreamFailure } from "./upstream/upstream-failure.ts";

export async function wiretapPlain(connection: Connection, protocol: HttpProtocol): Promise<void> {
  const { authority, context, tcp } = connection;
  try {
    const upstream = await openUpstream(connection, protocol);
    context.join(connection, { client: { stream: tcp, tcp }, upstream, protocol, facts: connection.facts("http") });
  } catch (error) {
    if (!(error instanceof UpstreamFailure)) throw error;
    if (error.code !== "ECANCELED") context.notice({ kind: "upstream-failed", authority, code: error.code });
    connection.drop();
  }
}

async function openUpstream(connection: Connection, protocol: HttpProtocol): Promise<ConnectionEnd> {
  const { context, forwardTo, observedLine } = connection;
  const tcp = await observedLine.open();
  if (forwardTo?.protocol !== "https:") return { stream: tcp, tcp };
  const { hostname } = observedLine.target;
  const memoryKey = `${forwardTo.host} ${protocol}`;
  const hello = { hostname, serverName: hostname, protocol, memoryKey };
  const { socket } = await context.forwardTls.handshake(tcp, hello);
  return { stream: socket, tcp };
}
