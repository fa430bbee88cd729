/** The few settings that are read from the user's AWS configuration files. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "./environment.ts";

/**
 * `ca_bundle` of the profile in use. Its file beats REQUESTS_CA_BUNDLE in botocore.
 * https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html
 */
export function profileCaBundle(user: Environment, home: string): string | undefined {
  return settingInUse(user, home, "ca_bundle")?.replace(/^~(?=\/)/, home);
}

/**
 * True where programs ask a metadata service at an IPv6 address, by variables or the profile in use.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-imds-credentials.html, feature-container-credentials.html
 */
export function usesIpv6Metadata(user: Environment, home: string): boolean {
  const setTo = (variable: string, setting: string): string =>
    user[variable] || settingInUse(user, home, setting) || "";
  const mode = setTo("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "ec2_metadata_service_endpoint_mode");
  const endpoints = [
    setTo("AWS_EC2_METADATA_SERVICE_ENDPOINT", "ec2_metadata_service_endpoint"),
    user["AWS_CONTAINER_CREDENTIALS_FULL_URI"] ?? "",
  ];
  return /^ipv6$/i.test(mode) || endpoints.some((endpoint) => endpoint.includes("["));
}

function settingInUse(user: Environment, home: string, setting: string): string | undefined {
  const path = user["AWS_CONFIG_FILE"] || join(home, ".aws", "config");
  const profile = user["AWS_PROFILE"] || user["AWS_DEFAULT_PROFILE"] || "default";
  let text: string;
  try {
    text = readFileSync(path.replace(/^~(?=\/)/, home), "utf8");
  } catch {
    return undefined;
  }
  const sections = profile === "default" ? ["default", "profile default"] : [`profile ${profile}`];
  return profileSetting(text, sections, setting);
}

/** A setting of the first of these sections that has it; undefined where it is empty. */
export function profileSetting(text: string, sections: readonly string[], setting: string): string | undefined {
  let isOurs = false;
  for (const line of text.split(/\r?\n/)) {
    const section = /^\s*\[\s*([^\]]*?)\s*\]/.exec(line)?.[1];
    if (section !== undefined) isOurs = sections.includes(section.replace(/\s+/g, " ").replace(/["']/g, ""));
    // An indented line belongs to a nested setting.
    const [, name, value] = /^(\w+)\s*=\s*(.*?)\s*(?:\s[#;].*)?$/.exec(line) ?? [];
    if (isOurs && name === setting && value !== "") return value;
  }
  return undefined;
}
