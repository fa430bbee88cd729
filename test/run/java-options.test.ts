import { expect, test } from "vitest";
import { javaToolOptions, ownTrustStore, withoutDirectLoopback } from "../../src/run/java-options.ts";

const PROXY = { host: "127.0.0.1", port: 1 };

test.each([
  ["/home/o'brien/trust.jks", `"-Djavax.net.ssl.trustStore=/home/o'brien/trust.jks"`],
  [`/a "b" c/trust.jks`, `"-Djavax.net.ssl.trustStore=/a "'"'"b"'"'" c/trust.jks"`],
])("a quote in the path %s is no quote to the JVM", (path, option) => {
  expect(javaToolOptions(undefined, PROXY, path)).toContain(option);
});

test("quotes a property with a blank in its path", () => {
  expect(javaToolOptions(undefined, PROXY, "/my cache/trust.jks")).toContain(
    ' "-Djavax.net.ssl.trustStore=/my cache/trust.jks" ',
  );
});

test("sets no trust store where there is none to set", () => {
  expect(javaToolOptions("-Djavax.net.ssl.trustStore=/corp.p12", PROXY, undefined)).not.toContain("trustStorePassword");
});

test("keeps the user's own list of direct hosts", () => {
  const value = javaToolOptions("-Dhttp.nonProxyHosts=*.corp", PROXY, undefined);
  expect(value.match(/nonProxyHosts=\S+/g)).toEqual(["nonProxyHosts=*.corp"]);
});

test.each([
  ["-Xmx1g -Djavax.net.ssl.trustStore=/corp.jks -Xms1g", "/corp.jks"],
  ['"-Djavax.net.ssl.trustStore=/my files/corp.jks"', "/my files/corp.jks"],
  ["-Djavax.net.ssl.trustStore='/my files/corp.jks'", "/my files/corp.jks"],
  ["-Xmx1g", undefined],
  [undefined, undefined],
])("finds the user's trust store in %s", (options, expected) => {
  expect(ownTrustStore(options)).toBe(expected);
});

test("where a server on this machine is to be read, loopback is not direct, unless the user says what is", () => {
  expect(javaToolOptions(withoutDirectLoopback(undefined), PROXY, undefined)).toMatch(
    /^-Dhttp\.nonProxyHosts=169\.254\.\* /,
  );
  expect(withoutDirectLoopback("-Dhttp.nonProxyHosts=*.corp")).toBe("-Dhttp.nonProxyHosts=*.corp");
});
