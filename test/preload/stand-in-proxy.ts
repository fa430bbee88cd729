/** What iamgen's port looks like to the hook: it strips a preface, ends TLS under a CA of its own, and answers 200 to everything. */
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import http from "node:http";
import http2 from "node:http2";
import net from "node:net";
import type { Duplex } from "node:stream";
import tls from "node:tls";
import forge from "node-forge";

export interface SeenRequest {
  readonly preface: string | undefined;
  readonly serverName: string | undefined;
  readonly version: string;
  readonly line: string;
  readonly host: string | undefined;
}

export interface StandInProxy {
  readonly port: number;
  readonly caPem: string;
  /** First bytes of each connection, at most 200. */
  readonly firstBytes: readonly string[];
  readonly requests: readonly SeenRequest[];
  close(): void;
}

interface Authority {
  readonly caPem: string;
  leafFor(name: string): { key: string; cert: string };
}

export function certificateAuthority(name: string): Authority {
  const pair = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const key = forge.pki.privateKeyFromPem(pair.privateKey);
  const issue = (subject: string, extensions: object[]): string => {
    const certificate = forge.pki.createCertificate();
    certificate.publicKey = forge.pki.publicKeyFromPem(pair.publicKey);
    certificate.serialNumber = `0${Date.now()}${Math.floor(Math.random() * 1e6)}`;
    certificate.validity.notBefore = new Date(Date.now() - 86_400_000);
    certificate.validity.notAfter = new Date(Date.now() + 86_400_000);
    certificate.setSubject([{ name: "commonName", value: subject }]);
    certificate.setIssuer([{ name: "commonName", value: name }]);
    certificate.setExtensions(extensions);
    certificate.sign(key, forge.md.sha256.create());
    return forge.pki.certificateToPem(certificate);
  };
  return {
    caPem: issue(name, [{ name: "basicConstraints", cA: true, critical: true }]),
    leafFor: (hostname) => ({
      key: pair.privateKey,
      cert: issue("leaf", [{ name: "subjectAltName", altNames: [{ type: 2, value: hostname }] }]),
    }),
  };
}

export async function startStandInProxy(): Promise<StandInProxy> {
  const authority = certificateAuthority("stand-in CA");
  const firstBytes: string[] = [];
  const requests: SeenRequest[] = [];
  /** By the remote port: a TLS or HTTP/2 session hides the socket below it. */
  const prefaces = new Map<unknown, string>();
  const answer = (request: http.IncomingMessage | http2.Http2ServerRequest, response: http.ServerResponse): void => {
    const socket: net.Socket = request.socket;
    requests.push({
      preface: prefaces.get(socket.remotePort),
      serverName: serverNameOf(socket),
      version: request.httpVersion,
      line: `${request.method} ${request.url}`,
      host: String(request.headers[":authority"] ?? request.headers.host),
    });
    // JSON protocols post to `/`; S3 reads an empty body as an empty answer.
    request.resume().on("end", () => response.end(request.url === "/" ? "{}" : ""));
  };
  const http1 = http.createServer(answer);
  const h2 = http2.createServer((request, response) => {
    Reflect.apply(answer, undefined, [request, response]);
  });
  const secure = tls.createServer(
    {
      ...authority.leafFor("stand-in.invalid.amazonaws.com"),
      SNICallback: (name, done) => done(null, tls.createSecureContext(authority.leafFor(name))),
      ALPNCallback: ({ protocols }) => (protocols.includes("http/1.1") ? "http/1.1" : protocols[0]),
    },
    (socket) => (socket.alpnProtocol === "h2" ? h2 : http1).emit("connection", socket),
  );
  for (const server of [secure, http1, h2]) server.on("error", () => {}).on("tlsClientError", () => {});
  const accept = (socket: Duplex): void => {
    let first = Buffer.alloc(0);
    const sniff = (data: Buffer): void => {
      first = Buffer.concat([first, data]);
      const preface = /^IAMGEN\/1 (\S+)\r\n/.exec(first.toString("latin1", 0, 200));
      const rest = first.subarray(preface?.[0].length ?? 0);
      if (rest.length < 4) return;
      firstBytes.push(first.toString("latin1", 0, 200));
      if (preface?.[1] !== undefined && "remotePort" in socket) prefaces.set(socket.remotePort, preface[1]);
      socket.pause().off("data", sniff);
      socket.unshift(rest);
      if (rest[0] === 0x16) secure.emit("connection", socket);
      else if (rest.toString("latin1", 0, 4) === "PRI ") h2.emit("connection", socket);
      else http1.emit("connection", socket.resume());
    };
    socket.on("error", () => {}).on("data", sniff);
  };
  http1.on("connect", (_request, socket) => {
    socket.write("HTTP/1.1 200 OK\r\n\r\n");
    accept(socket);
  });
  const server = net.createServer(accept);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { port: address.port, caPem: authority.caPem, firstBytes, requests, close: () => server.close() };
}

function serverNameOf(socket: net.Socket): string | undefined {
  return "servername" in socket && typeof socket.servername === "string" ? socket.servername : undefined;
}
