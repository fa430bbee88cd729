/** The keys that the user's own programs would sign with, where they stand in his environment or files as they are. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SetupError } from "../errors.ts";
import { profileSetting } from "./aws-profile.ts";
import type { Environment } from "./environment.ts";

export interface StaticCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/**
 * From the environment, else from the profile in use of the shared credentials file or the configuration file. Roles, SSO and
 * processes are not asked: what they give is only good for a while. `purpose` is for the message. Throws `SetupError`.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-static-credentials.html
 */
export function staticCredentials(user: Environment, home: string, purpose: string): StaticCredentials {
  const found = credentialsOf((name) => user[name.toUpperCase()]) ?? profileCredentials(user, home);
  if (found !== undefined) return found;
  throw new SetupError(
    "no-credentials",
    `${purpose} needs AWS keys, and neither the environment nor the profile holds any`,
    {
      hint: 'eval "$(aws configure export-credentials --format env)"',
    },
  );
}

type Setting = (name: string) => string | undefined;

function profileCredentials(user: Environment, home: string): StaticCredentials | undefined {
  const profile = profileOf(user);
  const inFile = (path: string, names: readonly string[]): StaticCredentials | undefined => {
    const text = textOf(path.replace(/^~(?=\/)/, home));
    return credentialsOf((name) => profileSetting(text, names, name));
  };
  const sections = profile === "default" ? ["default", "profile default"] : [`profile ${profile}`];
  return (
    inFile(user["AWS_SHARED_CREDENTIALS_FILE"] || join(home, ".aws", "credentials"), [profile]) ??
    inFile(user["AWS_CONFIG_FILE"] || join(home, ".aws", "config"), sections)
  );
}

const profileOf = (user: Environment): string => user["AWS_PROFILE"] || user["AWS_DEFAULT_PROFILE"] || "default";

function credentialsOf(setting: Setting): StaticCredentials | undefined {
  const [accessKeyId, secretAccessKey] = [setting("aws_access_key_id"), setting("aws_secret_access_key")];
  const sessionToken = setting("aws_session_token");
  if (!accessKeyId || !secretAccessKey) return undefined;
  return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
}

/** The region of the profile in use. */
export function profileRegion(user: Environment, home: string): string | undefined {
  const path = user["AWS_CONFIG_FILE"] || join(home, ".aws", "config");
  const profile = profileOf(user);
  const sections = profile === "default" ? ["default", "profile default"] : [`profile ${profile}`];
  return profileSetting(textOf(path.replace(/^~(?=\/)/, home)), sections, "region");
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
