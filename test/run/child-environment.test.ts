import { expect, test } from "vitest";
import { type ChildFacts, childEnvironment } from "../../src/run/child-environment.ts";
import type { RunFiles } from "../../src/run/run-files.ts";

const FILES: RunFiles = {
  caCertificate: "/cache/run/ca.pem",
  extraCertificates: "/cache/run/extra.pem",
  bundle: "/cache/run/bundle.pem",
  trustStore: "/cache/run/trust.jks",
  phpDirectory: "/cache/run/php",
  shimDirectory: "/cache/run/bin",
  hookVariables: "/cache/run/hook-variables.sh",
  live: "/cache/run/live",
  notices: "/cache/run/notices.ndjson",
  callers: "/cache/run/callers",
};

const facts = (changes: Partial<ChildFacts> = {}): ChildFacts => ({
  port: 4711,
  pid: 99,
  caPem: "-----BEGIN CERTIFICATE-----\nTUlJ\nQg==\n-----END CERTIFICATE-----\n",
  awsSuffixes: ["amazonaws.com", "amazonaws.com.cn"],
  tlsAuthorities: [],
  files: FILES,
  hook: "/pkg/dist/preload/register.cjs",
  platform: "linux",
  command: "node",
  profileHasCaBundle: false,
  ...changes,
});

const DIRECT = "localhost,127.0.0.1,169.254.169.254,169.254.170.2,169.254.170.23";

test("lays the whole table over an empty environment", () => {
  expect(childEnvironment({ PATH: "/usr/bin:/bin" }, facts())).toEqual({
    HTTP_PROXY: "http://127.0.0.1:4711",
    http_proxy: "http://127.0.0.1:4711",
    HTTPS_PROXY: "http://127.0.0.1:4711",
    https_proxy: "http://127.0.0.1:4711",
    NO_PROXY: DIRECT,
    no_proxy: DIRECT,
    SSL_CERT_FILE: "/cache/run/bundle.pem",
    REQUESTS_CA_BUNDLE: "/cache/run/bundle.pem",
    CURL_CA_BUNDLE: "/cache/run/bundle.pem",
    PERL_LWP_SSL_CA_FILE: "/cache/run/bundle.pem",
    NODE_EXTRA_CA_CERTS: "/cache/run/extra.pem",
    DENO_CERT: "/cache/run/extra.pem",
    NODE_OPTIONS: "--require /pkg/dist/preload/register.cjs",
    BUN_OPTIONS: "--preload=/pkg/dist/preload/register.cjs",
    JAVA_TOOL_OPTIONS:
      "-Dhttp.proxyHost=127.0.0.1 -Dhttp.proxyPort=4711 -Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=4711 " +
      "-Dhttp.nonProxyHosts=localhost|127.*|169.254.169.254|169.254.170.2|169.254.170.23 " +
      "-Djavax.net.ssl.trustStore=/cache/run/trust.jks -Djavax.net.ssl.trustStoreType=jks " +
      "-Djavax.net.ssl.trustStorePassword=changeit",
    PHP_INI_SCAN_DIR: ":/cache/run/php",
    PATH: "/cache/run/bin:/usr/bin:/bin",
    IAMGEN_PROXY_PORT: "4711",
    IAMGEN_PID: "99",
    IAMGEN_LIVE_FILE: "/cache/run/live",
    IAMGEN_NOTICES_FILE: "/cache/run/notices.ndjson",
    IAMGEN_CA: "TUlJQg==",
    IAMGEN_AWS_SUFFIXES: "amazonaws.com,amazonaws.com.cn",
    IAMGEN_TLS_AUTHORITIES: "",
    IAMGEN_HTTP_AUTHORITIES: "",
  });
});

test.each([
  ["NODE_OPTIONS", "--max-old-space-size=4096", "--require /pkg/dist/preload/register.cjs --max-old-space-size=4096"],
  ["BUN_OPTIONS", "--smol", "--preload=/pkg/dist/preload/register.cjs --smol"],
  ["PHP_INI_SCAN_DIR", "/etc/php/mine", "/etc/php/mine:/cache/run/php"],
  ["AWS_PROFILE", "dev", "dev"],
  ["SSL_CERT_DIR", "/etc/ssl/certs", "/etc/ssl/certs"],
  ["AWS_ENDPOINT_URL", "http://localhost:4566", "http://localhost:4566"],
])("keeps what the user has in %s", (name, own, expected) => {
  expect(childEnvironment({ [name]: own }, facts())[name]).toBe(expected);
});

test("puts the Java properties behind the user's own", () => {
  const value = childEnvironment({ JAVA_TOOL_OPTIONS: "-Xmx1g" }, facts())["JAVA_TOOL_OPTIONS"] ?? "";
  expect(value.split(" ").slice(0, 2)).toEqual(["-Xmx1g", "-Dhttp.proxyHost=127.0.0.1"]);
});

test.each([
  ["the wrapped command is aws", {}, { command: "/usr/local/bin/aws" }, true],
  ["the user has one", { AWS_CA_BUNDLE: "/corp.pem" }, {}, true],
  ["the profile has one", {}, { profileHasCaBundle: true }, true],
  ["Go ignores SSL_CERT_FILE", {}, { platform: "darwin" as const }, true],
  ["none of these holds", {}, {}, false],
  ["the user's is empty", { AWS_CA_BUNDLE: "" }, {}, false],
])("decides on AWS_CA_BUNDLE when %s", (_title, user, changes, isSet) => {
  const value = childEnvironment(user, facts(changes))["AWS_CA_BUNDLE"];
  expect(value === FILES.bundle).toBe(isSet);
});

test("leaves NODE_EXTRA_CA_CERTS alone for Deno, whose node:https would need a permission for it", () => {
  const deno = { command: "/opt/deno" };
  expect(childEnvironment({}, facts(deno))).not.toHaveProperty("NODE_EXTRA_CA_CERTS");
  expect(childEnvironment({ NODE_EXTRA_CA_CERTS: "/corp.pem" }, facts(deno))).toMatchObject({
    // The user's own are in the file; his variable alone would stand above DENO_CERT, and our certificate would be unknown.
    NODE_EXTRA_CA_CERTS: "/cache/run/extra.pem",
    DENO_CERT: "/cache/run/extra.pem",
  });
});

test("adds no second --require in a run inside a run, and the inner run's variables win", () => {
  const outer = childEnvironment({ PATH: "/bin" }, facts());
  const inner = childEnvironment(outer, facts({ port: 4712 }));
  expect(inner).toMatchObject({
    NODE_OPTIONS: "--require /pkg/dist/preload/register.cjs",
    IAMGEN_PROXY_PORT: "4712",
    HTTPS_PROXY: "http://127.0.0.1:4712",
  });
});

test("leaves a missing PATH missing", () => {
  expect(childEnvironment({}, facts())).not.toHaveProperty("PATH");
});
