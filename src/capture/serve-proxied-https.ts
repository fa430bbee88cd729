/**
 * A proxy request for https without CONNECT: the client speaks plain http to us and leaves the TLS to us. Told and
 * observed like any other connection; only that the server is judged by the user's trust settings alone, and that a
 * program's own roots cannot count, is different.
 */
import type { Connection } from "./connection.ts";
import { unreachable } from "./serve-target.ts";
import { type ConnectionEnd, splice } from "./splice.ts";
import { UpstreamFailure } from "./upstream/upstream-failure.ts";
import { planUpstream } from "./upstream/upstream-plan.ts";

export async function serveProxiedHttps(connection: Connection): Promise<void> {
  const { authority, context, target, tcp } = connection;
  const route = context.options.route(target.hostname, target.port);
  const client = { stream: tcp, tcp };
  try {
    if (route.kind === "observe") {
      const upstream = await observedUpstream(connection);
      return context.join(connection, { client, upstream, protocol: "http/1.1", facts: connection.facts("https") });
    }
    const upstream = await realUpstream(connection);
    context.notice({ kind: "tunnel", authority, why: route.why });
    connection.joined();
    splice(client, upstream);
  } catch (error) {
    if (!(error instanceof UpstreamFailure)) throw error;
    unreachable(connection, error);
  }
}

/** Without ALPN, as the client offers none: HTTP/1.1. */
async function observedUpstream(connection: Connection): Promise<ConnectionEnd> {
  const plan = planUpstream(connection, { offer: "none", serverName: connection.target.hostname });
  if (plan === "needs-http2-target") throw new UpstreamFailure("connect", "ENOTSUP", plan);
  return (await plan.open()).end;
}

async function realUpstream({ authority, context, realLine, target }: Connection): Promise<ConnectionEnd> {
  const tcp = await realLine.open();
  const { hostname } = target;
  const hello = { hostname, serverName: hostname, protocol: undefined, memoryKey: `${authority} ${hostname} none` };
  const { socket } = await context.upstreamTls.handshake(tcp, hello);
  return { stream: socket, tcp };
}
