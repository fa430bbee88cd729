import { expect, test } from "vitest";
import { ClientTrust } from "../../src/capture/client-trust.ts";

const KIND = { authority: "a.example.com:443", hello: { fingerprint: "t13d" } };

test("an alert marks a client at once", () => {
  const trust = new ClientTrust();
  trust.failed(KIND, "ERR_SSL_TLSV1_ALERT_UNKNOWN_CA");
  expect(trust.distrusts(KIND)).toBe(true);
});

test("two silent closes in a row mark a client, one does not", () => {
  const trust = new ClientTrust();
  trust.failed(KIND, "closed");
  expect(trust.distrusts(KIND)).toBe(false);
  trust.failed(KIND, "ECONNRESET");
  expect(trust.distrusts(KIND)).toBe(true);
});

test("an accepted connection in between starts the count anew", () => {
  const trust = new ClientTrust();
  trust.failed(KIND, "closed");
  trust.accepted(KIND);
  trust.failed(KIND, "closed");
  expect(trust.distrusts(KIND)).toBe(false);
});

test("neither another host nor another client is marked along", () => {
  const trust = new ClientTrust();
  trust.failed(KIND, "ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE");
  expect(trust.distrusts({ ...KIND, authority: "b.example.com:443" })).toBe(false);
  expect(trust.distrusts({ ...KIND, hello: { fingerprint: "t12d" } })).toBe(false);
});
