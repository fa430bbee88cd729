import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SetupError } from "../../src/errors.ts";
import { profileRegion, staticCredentials } from "../../src/run/aws-credentials.ts";
import { tempDir } from "../support/temp-dir.ts";

const CREDENTIALS = `[default]
aws_access_key_id = AKIDDEFAULT
aws_secret_access_key=secret-d   ; comment

[work]
aws_access_key_id = ASIAWORK
aws_secret_access_key = secret-w
aws_session_token = token==
[role]
`;
const CONFIG = `[default]
region = eu-west-1
[profile config]
aws_access_key_id = AKIDCONFIG
aws_secret_access_key = secret-c
region = us-east-2
`;

function homeWith(): string {
  const home = tempDir();
  mkdirSync(join(home, ".aws"));
  writeFileSync(join(home, ".aws", "credentials"), CREDENTIALS);
  writeFileSync(join(home, ".aws", "config"), CONFIG);
  return home;
}

const work = { accessKeyId: "ASIAWORK", secretAccessKey: "secret-w", sessionToken: "token==" };

test.each([
  ["the default profile", {}, { accessKeyId: "AKIDDEFAULT", secretAccessKey: "secret-d" }],
  ["the profile in use, with its token", { AWS_PROFILE: "work" }, work],
  ["the profile in use by its older variable", { AWS_DEFAULT_PROFILE: "work" }, work],
  [
    "keys in the configuration file",
    { AWS_PROFILE: "config" },
    { accessKeyId: "AKIDCONFIG", secretAccessKey: "secret-c" },
  ],
  [
    "the environment before any profile",
    { AWS_PROFILE: "work", AWS_ACCESS_KEY_ID: "AKIDENV", AWS_SECRET_ACCESS_KEY: "s", AWS_SESSION_TOKEN: "" },
    { accessKeyId: "AKIDENV", secretAccessKey: "s" },
  ],
])("%s", (_, environment, expected) => {
  expect(staticCredentials(environment, homeWith(), "x")).toEqual(expected);
});

test("files named by variables are read, below the home directory too", () => {
  const home = homeWith();
  writeFileSync(join(home, "other"), CREDENTIALS.replace("[work]", "[other]"));
  const environment = { AWS_SHARED_CREDENTIALS_FILE: "~/other", AWS_PROFILE: "other" };
  expect(staticCredentials(environment, home, "x")).toEqual(work);
});

test("a profile without keys is told, with the command that helps", () => {
  const ask = () => staticCredentials({ AWS_PROFILE: "role" }, homeWith(), "`--shield`");
  expect(ask).toThrow(SetupError);
  expect(ask).toThrow("`--shield` needs AWS keys, and neither the environment nor the profile holds any");
});

test("the region of the profile in use", () => {
  const home = homeWith();
  expect([
    profileRegion({}, home),
    profileRegion({ AWS_PROFILE: "config" }, home),
    profileRegion({}, tempDir()),
  ]).toEqual(["eu-west-1", "us-east-2", undefined]);
});
