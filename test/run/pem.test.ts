import { expect, test } from "vitest";
import { bundleOf, certificatesIn, derOf } from "../../src/run/pem.ts";

const A = "-----BEGIN CERTIFICATE-----\nAAEC\n-----END CERTIFICATE-----";
const B = "-----BEGIN TRUSTED CERTIFICATE-----\r\nAwQF\r\n-----END TRUSTED CERTIFICATE-----";
const KEY = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----";

test("takes certificates out of a bundle, without comments and without a private key", () => {
  expect(certificatesIn(`# a comment\n${A}\n${KEY}\n\n${B}\n`)).toEqual([A, B]);
});

test("finds nothing in what is no bundle", () => {
  expect([certificatesIn(""), certificatesIn(KEY)]).toEqual([[], []]);
});

test("puts each certificate into a bundle once", () => {
  expect(bundleOf([A, B, A])).toBe(`${A}\n${B}\n`);
});

test("gives the bytes of a certificate", () => {
  expect([derOf(A), derOf(B)]).toEqual([Buffer.from([0, 1, 2]), Buffer.from([3, 4, 5])]);
});
