import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { javaRoots } from "../../src/run/java-roots.ts";
import { javaTrustStore } from "../../src/run/java-trust-store.ts";

const scratch = mkdtempSync(join(tmpdir(), "iamgen-java-"));
afterAll(() => rmSync(scratch, { recursive: true }));
const pem = (name: string): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(name).toString("base64")}\n-----END CERTIFICATE-----`;
const namesOf = (roots: readonly Buffer[] | undefined): string[] | undefined => roots?.map(String);
mkdirSync(join(scratch, "lib/security"), { recursive: true });
const installed = join(scratch, "lib/security/cacerts");
writeFileSync(installed, javaTrustStore([Buffer.from("corp"), Buffer.from("system")], "changeit"));

test("joins the given roots with the installed Java's own, each once", () => {
  const roots = javaRoots({ JAVA_HOME: scratch }, [pem("system"), pem("user")]);
  expect(namesOf(roots)).toEqual(["system", "user", "corp"]);
});

test("takes the store that the user's options name, alone", () => {
  const env = { JAVA_HOME: "/no/such", JAVA_TOOL_OPTIONS: `-Xmx1g -Djavax.net.ssl.trustStore=${installed}` };
  expect(namesOf(javaRoots(env, [pem("user")]))).toEqual(["corp", "system"]);
});

test("gives none where the user's store cannot be read", () => {
  const env = { JAVA_TOOL_OPTIONS: "-Djavax.net.ssl.trustStore=/no/such/store.p12" };
  expect(javaRoots(env, [pem("user")])).toBeUndefined();
});
