/** Plays one situation twice, without iamgen and with it, and names everything by which anybody could tell the two apart. */
import { createServer, type Socket } from "node:net";
import { createSecureContext, type SecureContext, TLSSocket } from "node:tls";
import type { UpstreamSettings } from "../../../src/capture/capture-options.ts";
import type { ConnectionEnd } from "../../../src/capture/splice.ts";
import type { Recording } from "../../../src/record/recording.ts";
import { listening } from "../../support/upstreams.ts";
import { differences, type Outcome } from "./differences.ts";
import { type ClientTls, direct, issuer, type Observing, throughIamgen, type Way } from "./observed-way.ts";
import { Over, Peer } from "./peer.ts";

export interface Situation {
  /** What the server does with each connection; the first is number 1. */
  readonly server: (peer: Peer, connection: number) => Promise<unknown> | unknown;
  /** What the client does; what it returns is compared as well. */
  readonly client: (open: () => Promise<Peer>, authority: string) => Promise<unknown>;
}

export interface Circumstances {
  /** Absent: plain http. */
  readonly tls?: ClientTls;
  readonly serverTls?: (socket: Socket) => TLSSocket;
  readonly address?: "::1";
  readonly upstream?: Partial<UpstreamSettings>;
  /** Absent: the bytes are tapped. */
  readonly observing?: Observing;
}

export interface Compared {
  readonly differences: readonly string[];
  readonly without: Outcome;
  /** What iamgen recorded. */
  readonly recording: Recording;
}

/** How long the connections may take to close once both scripts are through. */
const PARTING_MS = 1000;

export async function compare(situation: Situation, circumstances: Circumstances = {}): Promise<Compared> {
  const without = await played(situation, circumstances, async () => direct);
  let finish: (() => Promise<Recording>) | undefined;
  const withIamgen = await played(situation, circumstances, async (authority) => {
    const way = await throughIamgen([authority], circumstances.upstream, circumstances.observing);
    finish = () => way.observation.finish(0);
    return way;
  });
  const recording = await finish?.();
  if (recording === undefined) throw new Error("nothing was observed");
  return { differences: differences(without, withIamgen), without, recording };
}

let context: SecureContext | undefined;

/** A TLS server of the usual kind. */
function usualTls(tcp: Socket): TLSSocket {
  context ??= createSecureContext(issuer.identity("localhost"));
  return new TLSSocket(tcp, { isServer: true, secureContext: context, ALPNProtocols: ["http/1.1"] });
}

async function played(
  { client, server }: Situation,
  { address, serverTls = usualTls, tls }: Circumstances,
  wayTo: (authority: string) => Promise<Way>,
): Promise<Outcome> {
  const sides = { client: [] as Peer[], server: [] as Peer[] };
  const scripts: Promise<unknown>[] = [];
  const accept = (end: ConnectionEnd): void => {
    const peer = new Peer(end);
    sides.server.push(peer);
    // A server whose client has left hangs up, too.
    const script = Promise.resolve(server(peer, sides.server.length)).catch(overOrFailed);
    scripts.push(script.then(() => peer.end()));
  };
  const listener = createServer({ allowHalfOpen: true, noDelay: true }, (tcp) => {
    accept({ stream: tls === undefined ? tcp : serverTls(tcp), tcp });
  });
  const { port } = await listening(listener, address);
  const hostname = address ?? "localhost";
  const way = await wayTo(`${hostname}:${port}`);
  const open = async (): Promise<Peer> => {
    const peer = new Peer(await way.open({ hostname, port, ...(tls && { tls }) }));
    sides.client.push(peer);
    return peer;
  };
  const result = await client(open, `${hostname}:${port}`).catch(overOrFailed);
  await inTime(allOver(sides, scripts));
  return { client: sides.client.map(({ log }) => log), server: sides.server.map(({ log }) => log), result };
}

interface Sides {
  readonly client: readonly Peer[];
  readonly server: readonly Peer[];
}

/** A connection may still arrive when its client has long left. */
async function allOver({ client, server }: Sides, scripts: readonly Promise<unknown>[]): Promise<void> {
  for (let seen = -1; seen !== scripts.length; ) {
    seen = scripts.length;
    await Promise.all([...scripts, ...[...client, ...server].map((peer) => peer.gone())]);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** A script that is left hanging, or fails, does so in both runs alike, or is a difference. */
function overOrFailed(error: unknown): string {
  if (error instanceof Over) return `over: ${error.message}`;
  if (error instanceof Error) return "code" in error ? String(error.code) : error.message;
  return String(error);
}

async function inTime(all: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, PARTING_MS);
  });
  await Promise.race([all, late]);
  clearTimeout(timer);
}
