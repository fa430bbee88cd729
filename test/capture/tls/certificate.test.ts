import { execFileSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { testIssuer } from "../../support/test-identity.ts";

const openssl = ["/usr/bin/openssl", "/opt/homebrew/bin/openssl", "/usr/local/bin/openssl"].find(existsSync);

test("a leaf is signed by its issuer and names its host", () => {
  const issuer = testIssuer();
  const leaf = new X509Certificate(issuer.identity("a.example.com").cert);
  expect(leaf.verify(new X509Certificate(issuer.certificate).publicKey)).toBe(true);
  expect(leaf.checkIssued(new X509Certificate(issuer.certificate))).toBe(true);
  expect(leaf.subjectAltName).toBe("DNS:a.example.com");
  expect(leaf.keyUsage).toEqual(["1.3.6.1.5.5.7.3.1"]);
  expect(leaf.ca).toBe(false);
});

test("a leaf for an address names it as address, not as name", () => {
  const leaf = new X509Certificate(testIssuer().identity("127.0.0.1").cert);
  expect(leaf.subjectAltName).toBe("IP Address:127.0.0.1");
});

test("an authority is one, and another authority's leaf is not its own", () => {
  const issuer = testIssuer();
  const authority = new X509Certificate(issuer.certificate);
  expect(authority.ca).toBe(true);
  expect(new X509Certificate(testIssuer().identity("localhost").cert).verify(authority.publicKey)).toBe(false);
});

test.skipIf(openssl === undefined)("openssl's strict rules accept the chain (skipped without openssl)", () => {
  const directory = mkdtempSync(join(tmpdir(), "iamgen-certificate-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const issuer = testIssuer();
  const [caFile, leafFile] = [join(directory, "ca.pem"), join(directory, "leaf.pem")];
  writeFileSync(caFile, issuer.certificate);
  writeFileSync(leafFile, issuer.identity("a.example.com").cert);
  const checks = ["-x509_strict", "-purpose", "sslserver", "-verify_hostname", "a.example.com"];
  const said = execFileSync(openssl ?? "", ["verify", ...checks, "-CAfile", caFile, leafFile], { encoding: "utf8" });
  expect(said).toBe(`${leafFile}: OK\n`);
});
