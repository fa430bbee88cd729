/** The blind tunnel: bytes both ways to the real target, never decrypted, never observed; only that it was is told. */
import type { TunnelReason } from "./capture-notice.ts";
import type { Connection } from "./connection.ts";
import { splice } from "./splice.ts";
import { UpstreamFailure } from "./upstream/upstream-failure.ts";

/** Whatever was peeked at has been put back, so the target sees the client's bytes from the first one on. */
export function tunnel(connection: Connection, why: TunnelReason): Promise<void> {
  connection.context.notice({ kind: "tunnel", authority: connection.authority, why });
  return passBlind(connection);
}

/** A tunnel that is told of in other words, or that nothing was ever sent through. */
export async function passBlind(connection: Connection): Promise<void> {
  const { authority, context, tcp } = connection;
  try {
    const upstream = await connection.realLine.open();
    connection.joined();
    splice({ stream: tcp, tcp }, { stream: upstream, tcp: upstream });
  } catch (error) {
    if (!(error instanceof UpstreamFailure)) throw error;
    if (error.code !== "ECANCELED") context.notice({ kind: "upstream-failed", authority, code: error.code });
    connection.drop();
  }
}
