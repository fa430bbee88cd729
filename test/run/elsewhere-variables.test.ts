import { expect, test } from "vitest";
import { authorityOf, elsewhereVariables, newToken } from "../../src/run/elsewhere-variables.ts";

const files = { bundle: "/cache/bundle.pem", extraCertificates: "/cache/extra.pem", trustStore: "/cache/trust.jks" };
const facts = {
  address: "172.17.0.1",
  port: 4000,
  token: "t0-_",
  files,
  awsSuffixes: ["amazonaws.com"],
  needsAwsCaBundle: false,
};

test("clients find the token in the proxy's URL", () => {
  const { HTTPS_PROXY, http_proxy } = elsewhereVariables(facts);
  expect([HTTPS_PROXY, http_proxy]).toEqual(Array(2).fill("http://iamgen:t0-_@172.17.0.1:4000"));
});

test("an IPv6 address stands in brackets", () => {
  const { HTTPS_PROXY, JAVA_TOOL_OPTIONS } = elsewhereVariables({ ...facts, address: "fd00::2" });
  expect(HTTPS_PROXY).toBe("http://iamgen:t0-_@[fd00::2]:4000");
  expect(JAVA_TOOL_OPTIONS).toContain("-Dhttps.proxyHost=[fd00::2] -Dhttps.proxyPort=4000");
  expect(authorityOf({ ...facts, address: "fd00::2" })).toBe("[fd00::2]:4000");
});

test("AWS_CA_BUNDLE is set where programs need it, and nowhere else", () => {
  expect(elsewhereVariables(facts)).not.toHaveProperty("AWS_CA_BUNDLE");
  expect(elsewhereVariables({ ...facts, needsAwsCaBundle: true })).toMatchObject({ AWS_CA_BUNDLE: files.bundle });
});

test("Java gets the token as properties, and may send it to a tunnel", () => {
  const { JAVA_TOOL_OPTIONS } = elsewhereVariables(facts);
  expect(JAVA_TOOL_OPTIONS?.split(" ")).toEqual(
    expect.arrayContaining([
      "-Dhttps.proxyUser=iamgen",
      "-Dhttps.proxyPassword=t0-_",
      "-Djdk.http.auth.tunneling.disabledSchemes=",
      "-Dhttps.proxyHost=172.17.0.1",
      "-Djavax.net.ssl.trustStore=/cache/trust.jks",
    ]),
  );
});

test("nothing is named that only this machine has: no hook, no shim, no port of loopback", () => {
  const variables = elsewhereVariables(facts);
  expect(Object.keys(variables).filter((name) => /^IAMGEN_|^PATH$|^(?:NODE|BUN)_OPTIONS$|^PHP_/.test(name))).toEqual(
    [],
  );
  expect(
    Object.entries(variables).filter(([name, value]) => !/no_proxy|JAVA/i.test(name) && /127\.|localhost/.test(value)),
  ).toEqual([]);
});

test("tokens are long, differ, and need no escape in a URL", () => {
  const [one, other] = [newToken(), newToken()];
  expect(one).toMatch(/^[\w-]{32}$/);
  expect(other).not.toBe(one);
});
