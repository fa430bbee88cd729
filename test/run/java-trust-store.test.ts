import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rootCertificates } from "node:tls";
import { afterAll, expect, test } from "vitest";
import { certificatesOfTrustStore, javaTrustStore } from "../../src/run/java-trust-store.ts";
import { derOf } from "../../src/run/pem.ts";

const scratch = mkdtempSync(join(tmpdir(), "iamgen-jks-"));
afterAll(() => rmSync(scratch, { recursive: true }));
const ROOTS = rootCertificates.slice(0, 5).map(derOf);
const store = javaTrustStore(ROOTS, "changeit");

test("reads back what it wrote", () => {
  expect(certificatesOfTrustStore(store)).toEqual(ROOTS);
});

test("gives equal bytes for equal certificates", () => {
  expect(javaTrustStore(ROOTS, "changeit")).toEqual(store);
});

test.each([
  ["an empty file", Buffer.alloc(0)],
  ["a cut file", store.subarray(0, 700)],
  ["a file with more behind its end", Buffer.concat([store, Buffer.alloc(4)])],
  ["a store with a key", Buffer.concat([store.subarray(0, 12), Buffer.from([0, 0, 0, 1]), store.subarray(16)])],
  ["another format", Buffer.from("0".repeat(600))],
])("reads no certificates from %s", (_title, bytes) => {
  expect(certificatesOfTrustStore(bytes)).toBeUndefined();
});

const keytool = (...args: string[]) => spawnSync("keytool", args, { encoding: "utf8" });
const hasKeytool = keytool("-help").status === 0;

test.skipIf(!hasKeytool)("keytool verifies its integrity and lists every certificate", () => {
  const path = join(scratch, "trust.jks");
  writeFileSync(path, store);
  const { stdout } = keytool("-list", "-keystore", path, "-storepass", "changeit");
  expect(stdout).toContain("Your keystore contains 5 entries");
  expect(keytool("-list", "-keystore", path, "-storepass", "changeme").stdout).toContain("password was incorrect");
});

test.skipIf(!hasKeytool)(
  "reads PKCS12 without a password, as JDK 18 and later ship it, and no other",
  () => {
    const path = join(scratch, "root.pem");
    writeFileSync(path, rootCertificates[0] ?? "");
    const imported = (name: string, ...options: string[]): Buffer => {
      const keystore = join(scratch, name);
      const common = ["-storetype", "PKCS12", "-storepass", "changeit", "-noprompt", "-alias", "root", "-file", path];
      keytool(...options, "-importcert", "-keystore", keystore, ...common);
      return readFileSync(keystore);
    };
    const open = ["-J-Dkeystore.pkcs12.certProtectionAlgorithm=NONE", "-J-Dkeystore.pkcs12.macAlgorithm=NONE"];
    expect(certificatesOfTrustStore(imported("open.p12", ...open))).toEqual([ROOTS[0]]);
    expect(certificatesOfTrustStore(imported("closed.p12"))).toBeUndefined();
  },
  20_000,
);
