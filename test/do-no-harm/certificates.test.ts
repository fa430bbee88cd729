/** Servers with certificates and protocols of every kind: a client fails where it fails without iamgen, and for the same reason. */
import { createSecureContext, type SecureContextOptions, TLSSocket, type TLSSocketOptions } from "node:tls";
import { describe, expect, test } from "vitest";
import { testIssuer } from "../support/test-identity.ts";
import { type Circumstances, compare, type Situation } from "./compared/compare.ts";
import { get, ok } from "./compared/http1.ts";
import { issuer } from "./compared/observed-way.ts";
import { client, server, situationOf } from "./compared/transcript.ts";

const stranger = testIssuer("nobody's CA");
const identity = issuer.identity("localhost");

function serving(context: SecureContextOptions, options: TLSSocketOptions = {}): Circumstances {
  const secureContext = createSecureContext(context);
  return { tls: {}, serverTls: (tcp) => new TLSSocket(tcp, { isServer: true, secureContext, ...options }) };
}

const YESTERDAY = { notAfter: new Date(Date.now() - 24 * 60 * 60 * 1000) };
const SITUATION = situationOf([client.says(get()), server.says(ok())]);

describe("a server is refused that", { timeout: 20_000 }, () => {
  test.each([
    ["nobody has certified", serving(stranger.identity("localhost")), "UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
    ["is certified for another name", serving(issuer.identity("example.com")), "ERR_TLS_CERT_ALTNAME_INVALID"],
    ["was certified until yesterday", serving(issuer.identity("localhost", YESTERDAY)), "CERT_HAS_EXPIRED"],
  ])("%s", async (_, circumstances, code) => {
    const { differences, recording, without } = await compare(SITUATION, circumstances);
    // What is left of the connection that the client has given up is chance, with iamgen or without.
    expect(differences.filter((line) => line.startsWith("result"))).toEqual([]);
    expect(without.result).toBe(code);
    expect(recording.tunnels).toMatchObject([{ why: "upstream-unverified" }]);
    expect(recording.calls).toEqual([]);
  });
});

describe("a server is served that", { timeout: 20_000 }, () => {
  test.each<[string, Circumstances]>([
    ["speaks TLS 1.2 alone", serving({ ...identity, maxVersion: "TLSv1.2" })],
    ["speaks TLS 1.3 alone", serving({ ...identity, minVersion: "TLSv1.3" })],
    ["does not know ALPN", { ...serving(identity), tls: { alpn: ["h2", "http/1.1"] } }],
    ["chooses HTTP/1.1", { tls: { alpn: ["h2", "http/1.1"] } }],
    ["listens on IPv6, in the clear", { address: "::1" }],
  ])("%s", async (_, circumstances) => {
    const { differences, recording } = await compare(SITUATION, circumstances);
    expect(differences).toEqual([]);
    expect(recording.calls).toMatchObject([{ operation: "GetObject" }]);
  });
});

describe("a server that demands a client certificate", { timeout: 20_000 }, () => {
  const demanding = (maxVersion: "TLSv1.2" | "TLSv1.3"): Circumstances => ({
    ...serving({ ...identity, ca: issuer.certificate, maxVersion }, { requestCert: true, rejectUnauthorized: true }),
    tls: { identity },
  });

  test("gets it from the client that has it, past us; ours without one is a connection more", async () => {
    const { differences, recording, without } = await compare(SITUATION, demanding("TLSv1.2"));
    expect(differences).toEqual(["server: 2 connections instead of 1"]);
    expect(without.result).toBe("played to the end");
    expect(recording.calls).toEqual([]);
    expect(recording.tunnels).toHaveLength(1);
  });

  // TLS 1.3 tells the want of one after the handshake is over, when the client has seen our certificate already.
  test("and speaks TLS 1.3 gets it when the client tries again", async () => {
    const attempts: Situation = {
      server: SITUATION.server,
      client: (open, authority) => SITUATION.client(open, authority).catch(() => SITUATION.client(open, authority)),
    };
    const { recording, differences } = await compare(attempts, demanding("TLSv1.3"));
    expect(differences.filter((line) => line.startsWith("result"))).toEqual([]);
    expect(recording.tunnels).toMatchObject([{ why: "private-certificate" }]);
  });
});
