import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { examineCredentials } from "../../../src/cli/doctor/credentials.ts";
import { examined, toldOf } from "../../support/examined.ts";
import { tempDir } from "../../support/temp-dir.ts";

test.each([
  [
    { AWS_ACCESS_KEY_ID: "AKIAEXAMPLE", AWS_PROFILE: "x" },
    "ok: an access key of the environment signs (AWS_ACCESS_KEY_ID)",
  ],
  [{ AWS_PROFILE: "admin" }, "ok: a profile signs (AWS_PROFILE)"],
  [
    { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: "/x" },
    "ok: the container's role signs (AWS_CONTAINER_CREDENTIALS_RELATIVE_URI)",
  ],
])("says who signs, never with what: %j", (environment, line) => {
  expect(toldOf(examineCredentials(examined(environment)))).toEqual([line]);
});

test("a file of credentials counts", () => {
  const home = tempDir();
  mkdirSync(join(home, ".aws"));
  writeFileSync(join(home, ".aws", "credentials"), "");
  expect(toldOf(examineCredentials(examined({}, { home })))).toEqual(["ok: the default profile signs"]);
});

test("nothing to sign with is told, with what does against a stand-in", () => {
  expect(toldOf(examineCredentials(examined()))[0]).toMatch(/^note: no credentials .* -> .*AWS_ACCESS_KEY_ID=test/);
});
