/** A proxy that reads nothing: what is left of an observation for programs that outlive it. It has no key and no recording. */
import type { UpstreamSettings } from "../capture/capture-options.ts";

export interface BlindProxy {
  readonly openConnections: number;
  close(): Promise<void>;
}

const never = (): never => {
  throw new Error("a blind proxy reads nothing");
};

/**
 * Serves CONNECT and proxied http on this port of loopback, for hours, with the user's own proxy behind it: not for other users of the
 * machine. Of root's programs, daemons that have become another user are some. Throws `SetupError` where it cannot be had.
 */
export async function startBlindProxy(port: number, proxyFor: UpstreamSettings["proxyFor"]): Promise<BlindProxy> {
  const { startCapture } = await import("../capture/proxy-server.ts");
  return startCapture({
    port,
    ownUserOnly: process.getuid?.() !== 0,
    authority: { certificatePem: "", leafFor: never },
    route: () => ({ kind: "tunnel", why: "not-aws" }),
    openExchange: never,
    onNotice: () => {},
    upstream: { proxyFor },
    now: Date.now,
  });
}
