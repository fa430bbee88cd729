import { once } from "node:events";
import { createServer } from "node:net";
import { Readable } from "node:stream";
import { type ConnectionOptions, connect as connectTls } from "node:tls";
import fc from "fast-check";
import { extensionParsers, readTlsClientHello } from "read-tls-client-hello";
import { describe, expect, onTestFinished, test } from "vitest";
import { helloMessage } from "../../../src/capture/tls/hello-message.ts";
import { cases } from "../../support/long-run.ts";

const RECORD_HEADER = 5;

/** The first flight of a real client; one record. */
async function flightOf(options: ConnectionOptions): Promise<Buffer> {
  const server = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  const client = connectTls({ port, host: "127.0.0.1", ...options }).on("error", () => {});
  const [socket] = await once(server, "connection");
  const [flight]: Buffer[] = await once(socket, "data");
  client.destroy();
  socket.destroy();
  return flight ?? Buffer.alloc(0);
}

/** By the package itself; undefined where it takes the bytes for none. */
async function asThePackage(record: Buffer) {
  return readTlsClientHello(Readable.from([record], { objectMode: false })).catch(() => undefined);
}

function ours(record: Buffer) {
  try {
    return helloMessage(record.subarray(RECORD_HEADER), extensionParsers);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const CLIENTS: readonly (readonly [string, ConnectionOptions])[] = [
  ["TLS 1.3", { servername: "dynamodb.us-east-1.amazonaws.com", ALPNProtocols: ["h2", "http/1.1"] }],
  ["TLS 1.2", { servername: "a.example.com", maxVersion: "TLSv1.2" }],
  ["neither name nor protocols", {}],
  ["one suite, one curve", { ciphers: "TLS_AES_128_GCM_SHA256", ecdhCurve: "P-256" }],
];

describe("a hello is taken apart as the package does that knows its extensions", () => {
  test.each(CLIENTS)("of a client with %s", async (_, options) => {
    const flight = await flightOf(options);
    expect(ours(flight)).toEqual(await asThePackage(flight));
    expect(ours(flight)?.cipherSuites.length).toBeGreaterThan(0);
  });

  test("with GREASE, extensions of no length, and such that cannot be read", async () => {
    const extension = (id: number, data: readonly number[]) => [id >> 8, id & 0xff, 0, data.length, ...data];
    const extensions = [
      ...extension(0x2a2a, [1]),
      ...extension(23, []),
      ...extension(0, [0, 9]),
      ...extension(16, [0, 3, 2, 104, 50]),
    ];
    const body = [3, 3, ...new Array<number>(32).fill(7), 0, 0, 4, 0x1a, 0x1a, 0x13, 0x01, 1, 0, 0, extensions.length];
    const message = [1, 0, 0, body.length + extensions.length, ...body, ...extensions];
    const record = Buffer.from([0x16, 3, 1, 0, message.length, ...message]);
    expect(ours(record)?.extensions.map(({ id }) => id)).toEqual([0x2a2a, 23, 0, 16]);
    expect(ours(record)).toEqual(await asThePackage(record));
  });

  test("wherever one byte of it is another, or it is cut", { timeout: 60_000 }, async () => {
    const flight = await flightOf({ servername: "a.example.com", ALPNProtocols: ["h2"] });
    const damage = fc.record({ at: fc.nat(flight.length - 1), byte: fc.nat(255), left: fc.nat(flight.length) });
    await fc.assert(
      fc.asyncProperty(damage, fc.boolean(), async ({ at, byte, left }, isCut) => {
        const damaged = Buffer.from(flight);
        damaged[Math.max(at, RECORD_HEADER + 4)] = byte;
        const message = damaged.subarray(RECORD_HEADER, isCut ? Math.max(left, RECORD_HEADER + 4) : undefined);
        message.writeUIntBE(message.length - 4, 1, 3);
        const record = Buffer.concat([Buffer.from([0x16, 3, 1, message.length >> 8, message.length & 0xff]), message]);
        const theirs = await asThePackage(record);
        // The package does not mind an extension that is longer than all of them together, or bytes behind the last.
        if (theirs !== undefined && ours(record) === undefined) expect(isRagged(record)).toBe(true);
        else expect(ours(record)).toEqual(theirs);
      }),
      cases(300),
    );
  });
});

/** The extensions do not end where they say. */
function isRagged(record: Buffer): boolean {
  const message = record.subarray(RECORD_HEADER + 4);
  let at = 34;
  at += 1 + (message[at] ?? 0);
  at += 2 + message.readUInt16BE(at);
  at += 1 + (message[at] ?? 0);
  const end = at + 2 + message.readUInt16BE(at);
  for (at += 2; at < end && at + 4 <= message.length; ) at += 4 + message.readUInt16BE(at + 2);
  return at !== end;
}
