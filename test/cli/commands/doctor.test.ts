import { expect, test } from "vitest";
import { project } from "../../support/project.ts";

const NOTHING_SET = { NODE_EXTRA_CA_CERTS: "", SSL_CERT_FILE: "", REQUESTS_CA_BUNDLE: "", CURL_CA_BUNDLE: "" };

test("shows topics, findings and remedies on stdout, and succeeds where nothing stands in the way", async () => {
  const { exitCode, stdout, stderr } = await project(NOTHING_SET).iamgen("doctor");
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect([...stdout.matchAll(/^\w.*$/gm)].map(([topic]) => topic)).toEqual([
    "machine",
    "credentials",
    "certificates",
    "network",
    "programs",
  ]);
  expect(stdout).toContain("  ok       node: reached by a hook");
});

test("a problem makes exit code 1 and comes with its remedy", async () => {
  const { exitCode, stdout } = await project({ ...NOTHING_SET, SSL_CERT_FILE: "/nowhere.pem" }).iamgen("doctor");
  expect(exitCode).toBe(1);
  expect(stdout).toContain(
    "  problem  SSL_CERT_FILE names /nowhere.pem, where no certificate can be read\n           remedy: correct it, or take it away\n",
  );
});

test("tells programs the same as JSON", async () => {
  const { stdout } = await project(NOTHING_SET).iamgen("doctor", "--json");
  expect(JSON.parse(stdout)).toContainEqual({
    topic: "network",
    found: expect.arrayContaining([{ level: "ok", says: expect.stringMatching(/^iamgen reaches AWS /) }]),
  });
});
