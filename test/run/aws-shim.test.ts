import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { awsShim } from "../../src/run/aws-shim.ts";
import { SHIM_DIRECTORY, shimText } from "../../src/run/shim.ts";

const scratch = mkdtempSync(join(tmpdir(), "iamgen shim-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const BUNDLE = "/home/o'neil/bundle.pem";
const place = (path: string, text: string): string => {
  mkdirSync(join(scratch, path, ".."), { recursive: true });
  writeFileSync(join(scratch, path), text, { mode: 0o755 });
  return join(scratch, path);
};
const shim = place(`${SHIM_DIRECTORY}/aws`, shimText(awsShim(BUNDLE)));
place("real/aws", '#!/bin/sh\nprintf "%s" "${AWS_CA_BUNDLE-unset}"\n');
const CRT = "[default]\ns3 =\n  preferred_transfer_client = crt\n";

/** What the real `aws` finds in AWS_CA_BUNDLE, and what was printed beside it. */
function bundleOfAws(env: Record<string, string>) {
  const PATH = `${join(scratch, "real")}:${process.env["PATH"]}`;
  const { stdout, stderr } = spawnSync(shim, { env: { PATH, IAMGEN_PROXY_PORT: "1", ...env }, encoding: "utf8" });
  return { stdout, stderr };
}

test.each([
  ["is configured", CRT],
  ["stands at the margin, without blanks", "[default]\npreferred_transfer_client=crt\n"],
])("names the bundle where the transfer client %s", (_, config) => {
  place("home/.aws/config", config);
  const found = { stdout: BUNDLE, stderr: "" };
  expect(bundleOfAws({ HOME: join(scratch, "home") })).toEqual(found);
  expect(bundleOfAws({ AWS_CONFIG_FILE: join(scratch, "home/.aws/config") })).toEqual(found);
});

test.each([
  ["classic transfers", "[default]\ns3 =\n  preferred_transfer_client = classic\n"],
  ["a comment", "# preferred_transfer_client = crt\n"],
  ["no configuration", undefined],
])("leaves it out for %s", (_, config) => {
  const AWS_CONFIG_FILE = config === undefined ? join(scratch, "none") : place("config", config);
  expect(bundleOfAws({ AWS_CONFIG_FILE })).toEqual({ stdout: "unset", stderr: "" });
});

test("leaves the user's own setting alone, an empty one as well, and every setting outside a run", () => {
  const AWS_CONFIG_FILE = place("config", CRT);
  expect(bundleOfAws({ AWS_CONFIG_FILE, AWS_CA_BUNDLE: "/own.pem" }).stdout).toBe("/own.pem");
  expect(bundleOfAws({ AWS_CONFIG_FILE, AWS_CA_BUNDLE: "" }).stdout).toBe("");
  expect(bundleOfAws({ AWS_CONFIG_FILE, IAMGEN_PROXY_PORT: "" }).stdout).toBe("unset");
});

test("needs no grep", () => {
  const AWS_CONFIG_FILE = place("config", CRT);
  expect(bundleOfAws({ AWS_CONFIG_FILE, PATH: join(scratch, "real") })).toEqual({ stdout: "unset", stderr: "" });
});
