/** The few settings of the user's AWS configuration file that the environment table depends on. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "./environment.ts";

/**
 * `ca_bundle` of the profile in use. Its file beats REQUESTS_CA_BUNDLE in botocore.
 * https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html
 */
export function profileCaBundle(user: Environment, home: string): string | undefined {
  const path = user["AWS_CONFIG_FILE"] || join(home, ".aws", "config");
  const profile = user["AWS_PROFILE"] || user["AWS_DEFAULT_PROFILE"] || "default";
  let text: string;
  try {
    text = readFileSync(path.replace(/^~(?=\/)/, home), "utf8");
  } catch {
    return undefined;
  }
  const value = settingOf(text, profile, "ca_bundle");
  return value?.replace(/^~(?=\/)/, home);
}

function settingOf(text: string, profile: string, setting: string): string | undefined {
  const names = profile === "default" ? ["default", "profile default"] : [`profile ${profile}`];
  let isOurs = false;
  for (const line of text.split(/\r?\n/)) {
    const section = /^\s*\[\s*([^\]]*?)\s*\]/.exec(line)?.[1];
    if (section !== undefined) isOurs = names.includes(section.replace(/\s+/g, " ").replace(/["']/g, ""));
    // An indented line belongs to a nested setting.
    const [, name, value] = /^(\w+)\s*=\s*(.*?)\s*(?:\s[#;].*)?$/.exec(line) ?? [];
    if (isOurs && name === setting && value !== "") return value;
  }
  return undefined;
}
