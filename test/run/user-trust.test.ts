import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { certificateFiles, readUserTrust } from "../../src/run/user-trust.ts";

const home = mkdtempSync(join(tmpdir(), "iamgen-trust-"));
afterAll(() => rmSync(home, { recursive: true }));

const certificate = (name: string): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(name).toString("base64")}\n-----END CERTIFICATE-----`;
function file(name: string, ...certificates: string[]): string {
  const path = join(home, name);
  writeFileSync(path, certificates.map(certificate).join("\n"));
  return path;
}

test("gathers what every variable and the profile point at, each certificate once", () => {
  const env = {
    AWS_CA_BUNDLE: file("aws.pem", "corp", "aws"),
    REQUESTS_CA_BUNDLE: file("requests.pem", "corp"),
    CURL_CA_BUNDLE: file("curl.pem", "curl"),
    SSL_CERT_FILE: file("ssl.pem", "ssl"),
    PERL_LWP_SSL_CA_FILE: file("perl.pem", "perl"),
    NODE_EXTRA_CA_CERTS: file("node.pem", "node"),
    DENO_CERT: file("deno.pem", "deno", "node"),
    AWS_CONFIG_FILE: join(home, "config"),
  };
  writeFileSync(env.AWS_CONFIG_FILE, `[default]\nca_bundle = ${file("profile.pem", "profile")}\n`);
  expect(readUserTrust(env, home, [join(home, "missing.pem"), file("system.pem", "system")])).toEqual({
    systemRoots: [certificate("system")],
    ownRoots: ["corp", "aws", "curl", "ssl", "perl", "profile", "node", "deno"].map(certificate),
    addedRoots: ["node", "deno"].map(certificate),
    profileHasCaBundle: true,
  });
});

test("counts a variable that is empty or points at nothing as unset", () => {
  const env = { SSL_CERT_FILE: "", REQUESTS_CA_BUNDLE: "/no/such/file", CURL_CA_BUNDLE: home };
  expect(readUserTrust(env, home, [])).toEqual({
    systemRoots: undefined,
    ownRoots: [],
    addedRoots: [],
    profileHasCaBundle: false,
  });
});

test("names the files with the number of their certificates, none for one that is missing", () => {
  const system = file("system.pem", "system", "other");
  const env = { SSL_CERT_FILE: file("ssl.pem", "ssl"), DENO_CERT: "/no/such/file", AWS_CONFIG_FILE: "/no/such/file" };
  expect(certificateFiles(env, home, ["/no/such/file", system])).toEqual({
    system: { from: "system", path: system, certificates: 2 },
    named: [
      { from: "SSL_CERT_FILE", path: env.SSL_CERT_FILE, certificates: 1 },
      { from: "DENO_CERT", path: "/no/such/file", certificates: 0 },
    ],
  });
});
