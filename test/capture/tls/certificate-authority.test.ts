import { X509Certificate } from "node:crypto";
import { once } from "node:events";
import { connect, createServer } from "node:tls";
import { expect, onTestFinished, test } from "vitest";
import {
  type CertificateAuthority,
  createCertificateAuthority,
  createKeptAuthority,
  openKeptAuthority,
} from "../../../src/capture/tls/certificate-authority.ts";
import { testIssuer } from "../../support/test-identity.ts";

const NOW = new Date("2026-03-01T12:00:00Z");

function authority(now = new Date()): CertificateAuthority {
  return createCertificateAuthority({
    permittedDnsNames: ["amazonaws.com", "localhost"],
    permittedAddresses: ["127.0.0.0/8", "::1"],
    now,
  });
}

/** What Node's OpenSSL makes of the leaf for this name: the peer certificate, or the verification error. */
async function presented(
  ca: CertificateAuthority,
  hostname: string,
  servername = hostname,
): Promise<X509Certificate | string> {
  const server = createServer({
    ...testIssuer().identity("localhost"),
    SNICallback: (_name, done) => done(null, ca.leafFor(hostname)),
  });
  server.on("tlsClientError", () => {});
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  const client = connect({ port, servername, ca: ca.certificatePem, checkServerIdentity: () => undefined });
  onTestFinished(() => void client.destroy());
  try {
    await once(client, "secureConnect");
    return client.getPeerX509Certificate() ?? "no certificate";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

test("is valid from a day ago for 30 days", () => {
  const certificate = new X509Certificate(authority(NOW).certificatePem);
  expect(new Date(certificate.validFrom)).toEqual(new Date("2026-02-28T12:00:00Z"));
  expect(new Date(certificate.validTo)).toEqual(new Date("2026-03-31T12:00:00Z"));
});

test("no two authorities have the same name or key", () => {
  const [one, other] = [authority(), authority()].map((ca) => new X509Certificate(ca.certificatePem));
  expect(one?.subject).not.toBe(other?.subject);
  expect(one?.fingerprint256).not.toBe(other?.fingerprint256);
});

test("gives away its certificate and no key", () => {
  const ca = authority();
  expect(ca.certificatePem).toMatch(/^-----BEGIN CERTIFICATE-----\n[^-]+-----END CERTIFICATE-----\n$/);
  expect(Object.keys(ca)).toEqual(["certificatePem"]);
});

test.each(["my.bucket_1.s3.eu-west-1.amazonaws.com", "localhost", `${"a".repeat(63)}.${"b".repeat(60)}.amazonaws.com`])(
  "OpenSSL accepts the leaf for %s",
  async (hostname) => {
    const leaf = await presented(authority(), hostname);
    expect(leaf).toBeInstanceOf(X509Certificate);
    expect(leaf instanceof X509Certificate && leaf.checkHost(hostname)).toBe(hostname);
  },
);

test.each(["127.0.0.1", "127.8.8.8", "::1"])("OpenSSL accepts the leaf for the address %s", async (address) => {
  const leaf = await presented(authority(), address, "localhost");
  expect(leaf instanceof X509Certificate && leaf.checkIP(address)).toBe(address);
});

test.each(["example.com", "amazonaws.com.example.com", "notamazonaws.com"])(
  "OpenSSL rejects a leaf for the foreign name %s",
  async (hostname) => {
    expect(await presented(authority(), hostname)).toBe("permitted subtree violation");
  },
);

test.each(["10.0.0.1", "::2"])("OpenSSL rejects a leaf for the foreign address %s", async (address) => {
  expect(await presented(authority(), address, "localhost")).toBe("permitted subtree violation");
});

test("an authority without addresses certifies none", async () => {
  const ca = createCertificateAuthority({ permittedDnsNames: ["localhost"], permittedAddresses: [], now: new Date() });
  expect(await presented(ca, "127.0.0.1", "localhost")).toBe("excluded subtree violation");
});

test("the limits stand below what is trusted, too: Java takes of that the name and key alone", async () => {
  const ca = authority();
  const server = createServer({ SNICallback: (_name, done) => done(null, ca.leafFor("localhost")) }).listen(
    0,
    "127.0.0.1",
  );
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  const client = connect({ port, servername: "localhost", ca: ca.certificatePem });
  await once(client, "secureConnect");
  const { issuerCertificate: signer } = client.getPeerCertificate(true);
  client.destroy();
  const [made, root] = [new X509Certificate(signer.raw), new X509Certificate(ca.certificatePem)];
  expect([made.ca, made.checkIssued(root), made.subject === root.subject]).toEqual([true, true, false]);
  // RFC 5280 4.2.1.10, id-ce 30, critical; in both.
  const critical = Buffer.from("0603551d1e0101ff", "hex");
  expect([made, root].map(({ raw }) => raw.includes(critical))).toEqual([true, true]);
});

test("a leaf is made once per name, whatever its case", () => {
  const ca = authority();
  expect(ca.leafFor("S3.amazonaws.com")).toBe(ca.leafFor("s3.amazonaws.com"));
  expect(ca.leafFor("sqs.amazonaws.com")).not.toBe(ca.leafFor("s3.amazonaws.com"));
});

test("all leaves share one key", async () => {
  const ca = authority();
  const leaves = [await presented(ca, "a.amazonaws.com"), await presented(ca, "b.amazonaws.com")];
  const keys = leaves.map((leaf) => leaf instanceof X509Certificate && leaf.publicKey.export({ format: "jwk" }));
  expect(keys[0]).toEqual(keys[1]);
});

test("a kept authority, opened again, signs for its names and no others", async () => {
  const scope = { permittedDnsNames: ["amazonaws.com", "localhost"], permittedAddresses: [], now: new Date() };
  const kept = createKeptAuthority(scope);
  const opened = openKeptAuthority(kept, new Date());
  if (opened === undefined) throw new Error("it has expired on the day it was made");

  expect(opened.certificatePem).toBe(kept.certificatePem);
  expect(await presented(opened, "s3.amazonaws.com")).toBeInstanceOf(X509Certificate);
  expect(await presented(opened, "example.com")).toBe("permitted subtree violation");
});

test("a key that is another certificate's opens nothing", () => {
  const scope = { permittedDnsNames: ["localhost"], permittedAddresses: [], now: NOW };
  const [one, other] = [createKeptAuthority(scope), createKeptAuthority(scope)];
  expect(() => openKeptAuthority({ ...one, keyPem: other.keyPem }, NOW)).toThrow("another certificate's");
});
