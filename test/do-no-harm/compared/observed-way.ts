/** The two ways to a server on loopback: straight to it, and through iamgen as it observes for `run`, all in this process. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { onTestFinished } from "vitest";
import type { UpstreamSettings } from "../../../src/capture/capture-options.ts";
import type { ConnectionEnd } from "../../../src/capture/splice.ts";
import type { Observation } from "../../../src/pipeline/observe.ts";
import { startObserving } from "../../../src/pipeline.ts";
import { testIssuer } from "../../support/test-identity.ts";

/** Signs the servers; the user trusts it, and so do his programs. */
export const issuer = testIssuer();

export interface Destination {
  /** A name of loopback, or an address of it. */
  readonly hostname: string;
  readonly port: number;
  /** Absent: plain http. */
  readonly tls?: ClientTls;
}

export interface ClientTls {
  readonly alpn?: readonly string[];
  /** The only roots of this client: it pins. */
  readonly pinned?: string;
  readonly identity?: { readonly cert: string; readonly key: string };
}

export interface Way {
  /** An open connection; rejects as a client's own connecting would. */
  open(to: Destination): Promise<ConnectionEnd>;
}

export const direct: Way = {
  async open(to) {
    const tcp = await tcpTo(to.hostname, to.port);
    return to.tls === undefined ? { stream: tcp, tcp } : secured(tcp, { ...to, tls: to.tls }, [issuer.certificate]);
  },
};

export interface ObservedWay extends Way {
  readonly observation: Observation;
}

/** `relayed`: message by message, as for `--shield`, though nothing is changed, because nobody signs with the key in question. */
export type Observing = "tapped" | "relayed";

const NOBODY = { accessKeyId: "AKIAIOSFODNN7NOBODY2", secretAccessKey: "of nobody" } as const;

/** Everything to these ports of loopback is observed, by CONNECT, as Go, Python and curl ask for it. */
export async function throughIamgen(
  authorities: readonly string[],
  upstream: Partial<UpstreamSettings> = {},
  manner: Observing = "tapped",
): Promise<ObservedWay> {
  const observation = await startObserving({
    port: 0,
    ownUserOnly: false,
    intercept: authorities,
    maxBody: 1024 * 1024,
    timeline: false,
    program: "test",
    version: "0.0.0",
    upstream: { proxyFor: () => undefined, trustedRoots: [issuer.certificate], ...upstream },
    ...(manner === "relayed" && { signing: { given: NOBODY, real: NOBODY } }),
    write: () => {},
  });
  onTestFinished(async () => void (await observation.finish(0)));
  return {
    observation,
    async open(to) {
      const tcp = await tcpTo("127.0.0.1", observation.port);
      const host = to.hostname.includes(":") ? `[${to.hostname}]` : to.hostname;
      await asked(tcp, `${host}:${to.port}`);
      if (to.tls === undefined) return { stream: tcp, tcp };
      return secured(tcp, { ...to, tls: to.tls }, [issuer.certificate, observation.caPem]);
    },
  };
}

async function tcpTo(host: string, port: number): Promise<Socket> {
  const tcp = connect({ host, port, allowHalfOpen: true, noDelay: true });
  onTestFinished(() => void tcp.destroy());
  await once(tcp, "connect");
  return tcp;
}

async function asked(tcp: Socket, authority: string): Promise<void> {
  tcp.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n\r\n`);
  let answer = "";
  while (!answer.includes("\r\n\r\n")) {
    const [chunk]: Buffer[] = await once(tcp, "data");
    answer += chunk?.toString("latin1");
  }
  tcp.pause();
  const end = answer.indexOf("\r\n\r\n") + 4;
  if (end < answer.length) tcp.unshift(Buffer.from(answer.slice(end), "latin1"));
  if (answer.startsWith("HTTP/1.1 200 ")) return;
  tcp.on("error", () => {});
  throw Object.assign(new Error(answer), { code: `PROXY_${answer.slice(9, 12)}` });
}

async function secured(
  tcp: Socket,
  { hostname, tls }: Destination & { readonly tls: ClientTls },
  roots: readonly string[],
): Promise<ConnectionEnd> {
  const isAddress = /^[\d.]+$|:/.test(hostname);
  const stream = connectTls({
    socket: tcp,
    host: hostname,
    ...(!isAddress && { servername: hostname }),
    ca: tls.pinned === undefined ? [...roots] : [tls.pinned],
    ...(tls.alpn !== undefined && { ALPNProtocols: [...tls.alpn] }),
    ...tls.identity,
  });
  await once(stream, "secureConnect").catch((error) => {
    tcp.destroy();
    throw error;
  });
  return { stream, tcp };
}
