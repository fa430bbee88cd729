import { expect, test } from "vitest";
import { bundleVariables, proxyVariables } from "../../src/run/client-variables.ts";

test("names the proxy in both spellings, for both schemes: Ruby asks for http_proxy, curl for no HTTP_PROXY", () => {
  expect(proxyVariables({ proxy: "http://127.0.0.1:1", noProxy: "localhost" })).toEqual({
    HTTP_PROXY: "http://127.0.0.1:1",
    http_proxy: "http://127.0.0.1:1",
    HTTPS_PROXY: "http://127.0.0.1:1",
    https_proxy: "http://127.0.0.1:1",
    NO_PROXY: "localhost",
    no_proxy: "localhost",
  });
});

test("leaves AWS_CA_BUNDLE out: both Go SDKs refuse to start with it and a client of their own", () => {
  const variables = bundleVariables("/ca.pem");
  expect(new Set(Object.values(variables))).toEqual(new Set(["/ca.pem"]));
  expect(variables).toHaveProperty("SSL_CERT_FILE");
  expect(variables).not.toHaveProperty("AWS_CA_BUNDLE");
});
