import { once } from "node:events";
import { connect } from "node:net";
import { type ConnectionOptions, connect as connectTls } from "node:tls";
import { describe, expect, test } from "vitest";
import { EndedEarly } from "../../../src/capture/peek.ts";
import { type ClientHello, readClientHello } from "../../../src/capture/tls/client-hello.ts";
import { readAll } from "../../support/capture-lab.ts";
import { tcpUpstream } from "../../support/upstreams.ts";

/** The first flight of a real client. */
async function flightOf(options: ConnectionOptions): Promise<Buffer> {
  let flight = (_bytes: Buffer): void => {};
  const recorded = new Promise<Buffer>((resolve) => {
    flight = resolve;
  });
  const server = await tcpUpstream((socket) => socket.once("data", flight));
  const client = connectTls({ port: server.port, ...options });
  client.on("error", () => {});
  const bytes = await recorded;
  client.destroy();
  return bytes;
}

/** What a server reads when these pieces arrive one after the other, and what it can read afterwards. */
async function reading(...pieces: Buffer[]): Promise<{ hello: ClientHello | undefined; left: Buffer }> {
  let done = (_result: Promise<{ hello: ClientHello | undefined; left: Buffer }>): void => {};
  const result = new Promise<{ hello: ClientHello | undefined; left: Buffer }>((resolve) => {
    done = resolve;
  });
  const server = await tcpUpstream((socket) =>
    done(readClientHello(socket).then(async (hello) => ({ hello, left: await readAll(socket) }))),
  );
  const client = connect({ port: server.port, noDelay: true });
  client.on("error", () => {});
  for (const piece of pieces) {
    client.write(piece);
    await new Promise(setImmediate);
  }
  await once(client.end(), "finish");
  return result;
}

test("reads name and protocols, and puts every byte back", async () => {
  const flight = await flightOf({ servername: "a.example.com", ALPNProtocols: ["h2", "http/1.1"] });
  const { hello, left } = await reading(flight);
  expect(hello).toMatchObject({ serverName: "a.example.com", alpn: ["h2", "http/1.1"], canUseOurLeaf: true });
  expect(left.equals(flight)).toBe(true);
});

test("a client without name and protocols has none", async () => {
  const { hello } = await reading(await flightOf({}));
  expect(hello).toMatchObject({ serverName: undefined, alpn: undefined });
});

test("a hello in many pieces and several records is one hello", async () => {
  const flight = await flightOf({ servername: "a.example.com" });
  const message = flight.subarray(5);
  const record = (bytes: Buffer): Buffer =>
    Buffer.concat([Buffer.from([0x16, 3, 1, bytes.length >> 8, bytes.length & 0xff]), bytes]);
  const split = [record(message.subarray(0, 2)), record(message.subarray(2, 100)), record(message.subarray(100))];
  const { hello, left } = await reading(...split.flatMap((bytes) => [bytes.subarray(0, 3), bytes.subarray(3)]));
  expect(hello?.serverName).toBe("a.example.com");
  expect(left.equals(Buffer.concat(split))).toBe(true);
});

test("the fingerprint is the same for every connection of one client, and another for another client", async () => {
  const [one, again, other] = await Promise.all(
    [{}, {}, { ciphers: "TLS_AES_128_GCM_SHA256" }].map(async (options) => {
      const { hello } = await reading(await flightOf({ servername: "a.example.com", ...options }));
      return hello?.fingerprint;
    }),
  );
  expect(one).toMatch(/^t13d/);
  expect(again).toBe(one);
  expect(other).not.toBe(one);
});

describe("a client can use our leaf", () => {
  test.each<[string, ConnectionOptions, boolean]>([
    ["TLS 1.3", {}, true],
    ["TLS 1.2 with ECDSA suites", { maxVersion: "TLSv1.2" }, true],
    ["TLS 1.2 with RSA suites only", { maxVersion: "TLSv1.2", ciphers: "ECDHE-RSA-AES128-GCM-SHA256" }, false],
    ["without the curve", { ecdhCurve: "P-521" }, false],
    ["without ECDSA signatures", { sigalgs: "RSA-PSS+SHA256:RSA+SHA256" }, false],
    ["TLS 1.1", { minVersion: "TLSv1.1", maxVersion: "TLSv1.1", ciphers: "ALL:@SECLEVEL=0" }, false],
  ])("%s", async (_what, options, expected) => {
    const { hello } = await reading(await flightOf({ servername: "a.example.com", ...options }));
    expect(hello?.canUseOurLeaf).toBe(expected);
  });
});

test.each([
  ["no record", Buffer.from("GET / HTTP/1.1\r\n")],
  ["another binary protocol", Buffer.from([0x16, 0x01])],
  ["an empty record", Buffer.from([0x16, 3, 1, 0, 0])],
  ["another handshake message", Buffer.from([0x16, 3, 1, 0, 4, 2, 0, 0, 0])],
  ["a hello that is cut inside", Buffer.from([0x16, 3, 1, 0, 6, 1, 0, 0, 2, 3, 3])],
  ["an endless hello", Buffer.from([0x16, 3, 1, 0, 4, 1, 0xff, 0xff, 0xff])],
])("%s is none, and is put back", async (_what, bytes) => {
  const { hello, left } = await reading(bytes);
  expect(hello).toBeUndefined();
  expect(left.equals(bytes)).toBe(true);
});

test("a client that leaves in the middle of its hello is told as such", async () => {
  const flight = await flightOf({ servername: "a.example.com" });
  await expect(reading(flight.subarray(0, 50))).rejects.toBeInstanceOf(EndedEarly);
});
