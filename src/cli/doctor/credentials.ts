/** Whether the program will have something to sign with: without credentials an SDK sends nothing, and there is no policy. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Diagnosis, type Examined, note, ok } from "./diagnosis.ts";

/** https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html */
const SOURCES: readonly (readonly [variable: string, says: string])[] = [
  ["AWS_ACCESS_KEY_ID", "an access key of the environment signs"],
  ["AWS_PROFILE", "a profile signs"],
  ["AWS_WEB_IDENTITY_TOKEN_FILE", "a web identity signs"],
  ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "the container's role signs"],
  ["AWS_CONTAINER_CREDENTIALS_FULL_URI", "the container's role signs"],
];

/** Never shows a value: a key id in a pasted report is one too many. */
export function examineCredentials({ environment, home }: Examined): readonly Diagnosis[] {
  const source = SOURCES.find(([variable]) => (environment[variable] ?? "") !== "");
  if (source !== undefined) return [ok(`${source[1]} (${source[0]})`)];
  const file = environment["AWS_SHARED_CREDENTIALS_FILE"] ?? join(home, ".aws", "credentials");
  if ([file, environment["AWS_CONFIG_FILE"] ?? join(home, ".aws", "config")].some((path) => existsSync(path))) {
    return [ok("the default profile signs")];
  }
  return [
    note(
      "no credentials in variables or files: only a role of the machine could sign",
      "against a stand-in any pair will do: AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test",
    ),
  ];
}
