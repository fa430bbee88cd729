import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { rootCertificates } from "node:tls";
import { expect, test } from "vitest";
import { examineCertificates } from "../../../src/cli/doctor/certificates.ts";
import { examined, toldOf } from "../../support/examined.ts";
import { tempDir } from "../../support/temp-dir.ts";

test("files of variables and of the profile are counted, those that are missing are problems", () => {
  const home = tempDir();
  const bundle = join(home, "corporate.pem");
  writeFileSync(bundle, rootCertificates.slice(0, 2).join("\n"));
  const config = join(home, "config");
  writeFileSync(config, `[default]\nca_bundle = ${bundle}\n`);

  const environment = { AWS_CA_BUNDLE: bundle, NODE_EXTRA_CA_CERTS: "/nowhere/ca.pem", AWS_CONFIG_FILE: config };
  expect(toldOf(examineCertificates(examined(environment, { home }))).slice(1)).toEqual([
    `ok: AWS_CA_BUNDLE: 2 of ${bundle} stay trusted`,
    "problem: NODE_EXTRA_CA_CERTS names /nowhere/ca.pem, where no certificate can be read -> correct it, or take it away",
    `ok: ca_bundle of the AWS profile: 2 of ${bundle} stay trusted`,
  ]);
});

test("a directory of certificates cannot be added to", () => {
  expect(toldOf(examineCertificates(examined({ SSL_CERT_DIR: "/etc/certs" }))).at(-1)).toMatch(
    /^note: SSL_CERT_DIR stays \/etc\/certs: /,
  );
});
