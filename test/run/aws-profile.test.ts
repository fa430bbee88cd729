import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { profileCaBundle } from "../../src/run/aws-profile.ts";

const home = mkdtempSync(join(tmpdir(), "iamgen-home-"));
beforeAll(() => {
  mkdirSync(join(home, ".aws"));
  writeFileSync(
    join(home, ".aws", "config"),
    `# ca_bundle = /comment.pem
[default]
region = us-east-1
ca_bundle = /default.pem   # the company's
[profile dev]
ca_bundle=~/dev.pem
[ profile "two words" ]
ca_bundle = /two.pem
[profile none]
s3 =
  ca_bundle = /nested.pem
[services dev]
ca_bundle = /services.pem
`,
  );
  writeFileSync(join(home, "other"), "[profile default]\r\nca_bundle = /other.pem\r\n");
});
afterAll(() => rmSync(home, { recursive: true }));

test.each([
  ["the default profile", {}, "/default.pem"],
  ["AWS_PROFILE", { AWS_PROFILE: "dev" }, join(home, "dev.pem")],
  ["AWS_DEFAULT_PROFILE", { AWS_DEFAULT_PROFILE: "two words" }, "/two.pem"],
  ["a profile without one", { AWS_PROFILE: "none" }, undefined],
  ["a profile that does not exist", { AWS_PROFILE: "missing" }, undefined],
  ["another file", { AWS_CONFIG_FILE: "~/other" }, "/other.pem"],
  ["a file that does not exist", { AWS_CONFIG_FILE: "/no/such/file" }, undefined],
])("reads ca_bundle of %s", (_title, env, expected) => {
  expect(profileCaBundle(env, home)).toBe(expected);
});
