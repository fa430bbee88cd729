/**
 * Connections on another address of this machine than loopback: from containers, virtual machines, other hosts. A stranger gets little
 * time to show the token; who shows it is served like anybody, but not led back to what listens on this machine's loopback.
 */
import type { Socket } from "node:net";
import { tokenHolders } from "./admission.ts";
import type { CaptureContext } from "./connection.ts";
import { serveConnection } from "./serve-connection.ts";

/** Proxy clients send the head of their request at once. */
const PATIENCE_MS = 10_000;

/** Never rejects. */
export function serveElsewhere(context: CaptureContext, tcp: Socket, token: string): Promise<void> {
  const patience = setTimeout(() => tcp.destroy(), PATIENCE_MS).unref();
  tcp.once("close", () => clearTimeout(patience));
  const holdsToken = tokenHolders(token);
  const admits: CaptureContext["admits"] = async (...asked) => {
    const turnedAway = await holdsToken(...asked);
    clearTimeout(patience);
    return turnedAway;
  };
  return serveConnection({ ...context, admits, isElsewhere: true }, tcp);
}
