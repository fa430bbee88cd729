/** A capture on loopback with all that came out of it. Everything started here ends with the test. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import type { Readable } from "node:stream";
import { connect as connectTls, type TLSSocket } from "node:tls";
import { onTestFinished } from "vitest";
import type { CaptureNotice } from "../../src/capture/capture-notice.ts";
import type { CapturedRequest, KeptBody, OpenExchange, ResponseHead } from "../../src/capture/captured-exchange.ts";
import {
  type Capture,
  type CaptureOptions,
  startCapture,
  type UpstreamSettings,
} from "../../src/capture/proxy-server.ts";
import { type CertificateAuthority, createCertificateAuthority } from "../../src/capture/tls/certificate-authority.ts";
import { type Issuer, testIssuer } from "./test-identity.ts";

/** What an exchange had become when it was last told of. */
interface SeenExchange {
  request?: CapturedRequest;
  response?: ResponseHead;
  responseBody?: KeptBody;
  abandoned?: string;
}

export interface Lab {
  readonly capture: Capture;
  readonly authority: CertificateAuthority;
  /** Signs the upstreams that the capture trusts. */
  readonly issuer: Issuer;
  readonly notices: CaptureNotice[];
  readonly exchanges: SeenExchange[];
}

export interface LabOptions extends Partial<Omit<CaptureOptions, "upstream">> {
  readonly upstream?: Partial<UpstreamSettings>;
}

const LOOPBACK_NAMES = ["localhost", "amazonaws.com"];

/** One issuer for all labs of a worker: key generation is what costs. */
const issuer = testIssuer();

export async function startLab({ upstream, ...options }: LabOptions = {}): Promise<Lab> {
  const authority = createCertificateAuthority({
    permittedDnsNames: LOOPBACK_NAMES,
    permittedAddresses: ["127.0.0.0/8"],
    now: new Date(),
  });
  const notices: CaptureNotice[] = [];
  const exchanges: SeenExchange[] = [];
  const capture = await startCapture({
    port: 0,
    authority,
    route: () => ({ kind: "observe" }),
    openExchange: collecting(exchanges),
    onNotice: (notice) => notices.push(notice),
    now: () => 0,
    ...options,
    upstream: { proxyFor: () => undefined, trustedRoots: [issuer.certificate], ...upstream },
  });
  onTestFinished(() => capture.close(0));
  return { capture, authority, issuer, notices, exchanges };
}

function collecting(exchanges: SeenExchange[]): OpenExchange {
  return (head) => {
    const seen: SeenExchange = {};
    exchanges.push(seen);
    return {
      keepRequestBytes: 1024,
      requestEnded: (body) => {
        seen.request = { ...head, body };
      },
      responseStarted: (response) => {
        seen.response = response;
        return 1024;
      },
      responseEnded: (body) => {
        seen.responseBody = body;
      },
      abandoned: (why) => {
        seen.abandoned = why;
      },
    };
  };
}

/** A socket to the capture, connected; `allowHalfOpen`, so that a test decides when its side ends. */
export async function dialCapture(lab: Lab): Promise<Socket> {
  const socket = connect({ port: lab.capture.port, host: "127.0.0.1", allowHalfOpen: true });
  onTestFinished(() => void socket.destroy());
  await once(socket, "connect");
  return socket;
}

/** What the capture answers to CONNECT: the head as text; the socket stands behind it. */
export async function connectTo(lab: Lab, authority: string): Promise<{ head: string; socket: Socket }> {
  const socket = await dialCapture(lab);
  socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n\r\n`);
  const [answer]: string[] = (await once(socket, "data")).map((chunk) => chunk.toString("latin1"));
  socket.pause();
  const [, head = "", rest = ""] = /^(HTTP\/1\.1 200 .*?\r\n\r\n|.*)(.*)$/s.exec(answer ?? "") ?? [];
  if (rest !== "") socket.unshift(Buffer.from(rest, "latin1"));
  return { head, socket };
}

export interface TlsWish {
  readonly serverName?: string;
  /** Held against the certificate where there is no server name. */
  readonly host?: string;
  readonly alpn?: string[];
  /** PEM; default: the lab's own authority. */
  readonly trust?: string;
}

/** TLS on an open socket, as a client that trusts the lab's authority; rejects with the handshake's error. */
export async function secure(lab: Lab, socket: Socket, wish: TlsWish = {}): Promise<TLSSocket> {
  const tls = connectTls({
    socket,
    servername: wish.serverName ?? "localhost",
    ...(wish.host !== undefined && { host: wish.host }),
    ca: wish.trust ?? lab.authority.certificatePem,
    ...(wish.alpn !== undefined && { ALPNProtocols: wish.alpn }),
  });
  await once(tls, "secureConnect");
  return tls;
}

/** CONNECT, then TLS: what a proxied https client does. */
export async function connectSecurely(lab: Lab, authority: string, wish?: TlsWish): Promise<TLSSocket> {
  const { head, socket } = await connectTo(lab, authority);
  if (!head.startsWith("HTTP/1.1 200 ")) throw new Error(`CONNECT was answered: ${head}`);
  return secure(lab, socket, wish);
}

/** All bytes until the peer ends its side; our own side stays open (an async iterator would destroy the socket). */
export function readAll(socket: Readable): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    socket.on("data", (chunk: Buffer) => chunks.push(chunk));
    socket.once("end", () => resolve(Buffer.concat(chunks)));
    socket.once("error", reject);
  });
}

/** The error that a socket ends with; undefined: it was closed in order. */
export function endOf(socket: Socket): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    let failure: NodeJS.ErrnoException | undefined;
    socket.on("error", (error) => {
      failure = error;
    });
    if (socket.closed) resolve(socket.errored ?? undefined);
    socket.once("close", () => resolve(failure));
    socket.resume();
  });
}

/** Resolves as soon as what was received contains the text. */
export function readUntil(socket: Socket, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = "";
    const read = (chunk: Buffer): void => {
      received += chunk.toString("latin1");
      if (!received.includes(text)) return;
      socket.off("data", read);
      resolve(received);
    };
    socket.on("data", read);
    socket.once("close", () => reject(new Error(`closed after: ${received}`)));
  });
}
