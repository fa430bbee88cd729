import { X509Certificate } from "node:crypto";
import { expect, test } from "vitest";
import { createKeptAuthority } from "../../src/capture/tls/certificate-authority.ts";
import { authorityFor, permittedNames } from "../../src/pipeline/certificate-authority.ts";

const NOW = new Date("2026-01-15T00:00:00Z");
const kept = createKeptAuthority({ ...permittedNames([]), now: NOW });

test("is a new one each time, where none is kept", async () => {
  const [one, other] = [
    await authorityFor({ intercept: [], now: NOW }),
    await authorityFor({ intercept: [], now: NOW }),
  ];
  expect(one.certificatePem).not.toBe(other.certificatePem);
});

test("is the kept one while it is valid, and not for names that it was not made for", async () => {
  const of = async (intercept: readonly string[], now: Date) =>
    (await authorityFor({ intercept, keptAuthority: kept, now })).certificatePem;
  expect(await of([], NOW)).toBe(kept.certificatePem);
  expect(await of(["storage.example.com"], NOW)).not.toBe(kept.certificatePem);
  expect(await of([], new Date("2027-01-15T00:00:01Z"))).not.toBe(kept.certificatePem);
});

test.each([
  ["no key", "", /^cannot use the kept certificate authority: /],
  [
    "a key without its certificate",
    kept.keyPem.replace(/-----BEGIN CERT[\s\S]*/, ""),
    /the key is another certificate's$/,
  ],
])("a kept one with %s is told, with what helps", async (_, keyPem, message) => {
  const failed = authorityFor({ intercept: [], keptAuthority: { ...kept, keyPem }, now: NOW });
  await expect(failed).rejects.toMatchObject({
    message: expect.stringMatching(message),
    hint: "`iamgen ca remove`, then `iamgen ca create`",
    exitCode: 3,
  });
});

test("speaks for AWS, loopback and what is intercepted, whatever its port", () => {
  expect(permittedNames(["storage.example.com:9000"]).permittedDnsNames).toEqual(
    expect.arrayContaining(["amazonaws.com", "amazonaws.com.cn", "localhost", "storage.example.com"]),
  );
});

test("a kept authority is valid for a year", () => {
  const { validTo } = new X509Certificate(kept.certificatePem);
  expect(new Date(validTo)).toEqual(new Date("2027-01-15T00:00:00Z"));
});
