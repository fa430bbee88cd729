import { once } from "node:events";
import { connect as connectTcp, type Socket } from "node:net";
import { connect } from "node:tls";
import { expect, test } from "vitest";
import { peek } from "../../../src/capture/peek.ts";
import { type AcceptOptions, acceptTls, ClientHandshakeFailure } from "../../../src/capture/tls/accept-tls.ts";
import { createCertificateAuthority } from "../../../src/capture/tls/certificate-authority.ts";
import { endOf } from "../../support/capture-lab.ts";
import { tcpUpstream } from "../../support/upstreams.ts";

const authority = createCertificateAuthority({
  permittedDnsNames: ["localhost"],
  permittedAddresses: [],
  now: new Date(),
});
const secureContext = authority.leafFor("localhost");

interface Accepting {
  readonly port: number;
  /** What became of the first connection: what it negotiated, or why it failed. */
  readonly outcome: Promise<{ alpn: string | false | null; heard: string } | { failure: unknown }>;
}

async function accepting(protocol: AcceptOptions["protocol"]): Promise<Accepting> {
  let first = (_socket: Socket): void => {};
  const connected = new Promise<Socket>((resolve) => {
    first = resolve;
  });
  const { port } = await tcpUpstream((socket) => first(socket));
  const serve = async () => {
    const tcp = await connected;
    try {
      await peek(tcp, (bytes) => bytes.length);
      const tls = await acceptTls(tcp, { secureContext, protocol });
      const [heard] = await once(tls, "data");
      tls.end();
      return { alpn: tls.alpnProtocol, heard: String(heard) };
    } catch (failure) {
      tcp.destroy();
      return { failure };
    }
  };
  return { port, outcome: serve() };
}

test.each([
  ["h2", ["h2", "http/1.1"], "h2"],
  ["http/1.1", ["h2", "http/1.1"], "http/1.1"],
  [undefined, ["h2", "http/1.1"], false],
  ["http/1.1", undefined, false],
] as const)("answers %s to a client that offers %j with %s", async (protocol, offer, expected) => {
  const { port, outcome } = await accepting(protocol);
  const client = connect({
    port,
    servername: "localhost",
    ca: authority.certificatePem,
    ...(offer && { ALPNProtocols: [...offer] }),
  });
  await once(client, "secureConnect");
  expect(client.authorized).toBe(true);
  client.write("hello");
  expect(await outcome).toEqual({ alpn: expected, heard: "hello" });
  client.destroy();
});

test("a client that sends no TLS after all fails with OpenSSL's code", async () => {
  const { port, outcome } = await accepting(undefined);
  const client = connectTcp(port);
  const end = endOf(client);
  client.write("\x16\x03\x01\x00\x05hello");
  expect(await outcome).toMatchObject({ failure: { code: expect.stringMatching(/^ERR_SSL_/) } });
  await end;
});

test.each(["end", "destroy", "resetAndDestroy"] as const)("a client that leaves by %s has closed", async (leave) => {
  const { port, outcome } = await accepting(undefined);
  const client = connectTcp(port);
  client.on("error", () => {});
  client.write("\x16\x03");
  await once(client, "connect");
  setImmediate(() => client[leave]());
  const result = await outcome;
  expect(result).toMatchObject({ failure: { code: expect.stringMatching(/^(closed|ECONNRESET)$/) } });
});

test("a socket that is gone already has closed", async () => {
  const gone = connectTcp(1);
  await endOf(gone);
  await expect(acceptTls(gone, { secureContext, protocol: undefined })).rejects.toBeInstanceOf(ClientHandshakeFailure);
});
