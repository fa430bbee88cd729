import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { profileCaBundle, usesIpv6Metadata } from "../../src/run/aws-profile.ts";

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
[profile six]
ec2_metadata_service_endpoint_mode = IPv6
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

test.each([
  ["nothing says so", {}, false],
  ["the profile says so", { AWS_PROFILE: "six" }, true],
  ["a variable says otherwise", { AWS_PROFILE: "six", AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE: "IPv4" }, false],
  ["a variable says so", { AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE: "ipv6" }, true],
  ["an endpoint is one", { AWS_EC2_METADATA_SERVICE_ENDPOINT: "http://[fd00:ec2::254]" }, true],
  ["EKS Pod Identity has one", { AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://[fd00:ec2::23]/v1/credentials" }, true],
  [
    "EKS Pod Identity has another",
    { AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://169.254.170.23/v1/credentials" },
    false,
  ],
])("metadata services are asked at IPv6 addresses where %s", (_title, env, expected) => {
  expect(usesIpv6Metadata(env, home)).toBe(expected);
});
