/**
 * The environment of a program that must not hold the user's keys: it gets keys that are worth nothing outside this run, and
 * all other places where AWS's libraries look for some lead nowhere. It is no sandbox: files can still be read by who looks.
 */
import { randomBytes } from "node:crypto";
import { devNull } from "node:os";
import type { StaticCredentials } from "./aws-credentials.ts";
import type { Environment } from "./environment.ts";

/** https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html#EVarSettings, and older spellings. */
const SOURCES = [
  "AWS_SESSION_TOKEN",
  "AWS_SECURITY_TOKEN",
  "AWS_CREDENTIAL_EXPIRATION",
  // Go and Java of the first generation.
  "AWS_ACCESS_KEY",
  "AWS_SECRET_KEY",
  "AWS_CREDENTIAL_FILE",
  "AWS_PROFILE",
  "AWS_DEFAULT_PROFILE",
  // Web identity: pods, CI.
  "AWS_ROLE_ARN",
  "AWS_ROLE_SESSION_NAME",
  "AWS_WEB_IDENTITY_TOKEN_FILE",
  // Containers.
  "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
  "AWS_CONTAINER_CREDENTIALS_FULL_URI",
  "AWS_CONTAINER_AUTHORIZATION_TOKEN",
  "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
  "AWS_BEARER_TOKEN_BEDROCK",
] as const;

/**
 * The key id stays the real one: it is no secret, and recordings tell identities and accounts by it. The secret is new in
 * every run; only what is signed with it is signed anew, so that nobody else on the machine gets anything signed.
 */
export const givenCredentials = ({ accessKeyId }: StaticCredentials): StaticCredentials => ({
  accessKeyId,
  secretAccessKey: randomBytes(30).toString("base64"),
});

/** `region`: of the profile, whose file is out of reach now. */
export function shieldedEnvironment(
  environment: Environment,
  { accessKeyId, secretAccessKey }: StaticCredentials,
  region: string | undefined,
): Environment {
  const { AWS_DEFAULT_REGION, AWS_REGION } = environment;
  const here = AWS_REGION || AWS_DEFAULT_REGION || region;
  return {
    ...environment,
    ...Object.fromEntries(SOURCES.map((name) => [name, undefined])),
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    // Profiles, SSO, roles and processes stand in these.
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: "true",
    ...(here === undefined ? {} : { AWS_REGION: AWS_REGION || here, AWS_DEFAULT_REGION: AWS_DEFAULT_REGION || here }),
  };
}
