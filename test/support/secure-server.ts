/** An HTTPS server on loopback that speaks for every name of AWS, HTTP/1.1 and HTTP/2, and the options that lead a run to it. */
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createSecureServer, type Http2SecureServer } from "node:http2";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { TLSSocket } from "node:tls";
import { onTestFinished } from "vitest";
import { createCertificateAuthority } from "../../src/capture/tls/certificate-authority.ts";
import { tempDir } from "./temp-dir.ts";

export interface SecureServer {
  readonly port: number;
  /** The authority that signed its certificates, as PEM and as a file. */
  readonly caPem: string;
  readonly caFile: string;
  /** Options of `run` that bring observed requests here. */
  readonly forwarding: readonly string[];
}

const authority = createCertificateAuthority({
  permittedDnsNames: ["localhost", "amazonaws.com", "example.com"],
  permittedAddresses: ["127.0.0.1"],
  now: new Date(),
});

/** `prepare` adds what answers, before the server listens. Ends with the test, its connections too. */
export async function startSecureServer(prepare: (server: Http2SecureServer) => void): Promise<SecureServer> {
  const sockets = new Set<TLSSocket>();
  const server = createSecureServer({
    allowHTTP1: true,
    SNICallback: (name, done) => done(null, authority.leafFor(name)),
  });
  server.on("secureConnection", (socket: TLSSocket) => {
    sockets.add(socket.on("close", () => sockets.delete(socket)));
  });
  prepare(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const { port } = server.address() as AddressInfo;
  const caFile = join(tempDir(), "stand-in.pem");
  writeFileSync(caFile, authority.certificatePem);
  return {
    port,
    caPem: authority.certificatePem,
    caFile,
    forwarding: ["--forward-to", `https://localhost:${port}`, "--forward-ca", caFile],
  };
}
