import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { examineMachine } from "../../../src/cli/doctor/machine.ts";
import { examined, toldOf } from "../../support/examined.ts";
import { tempDir } from "../../support/temp-dir.ts";

const told = (environment: Record<string, string>, rest = {}) =>
  toldOf(examineMachine(examined({ XDG_STATE_HOME: "/tmp", XDG_CACHE_HOME: "/tmp", ...environment }, rest)));

test("a machine where all is well", () => {
  expect(told({ SHELL: "/usr/bin/zsh" })).toEqual([
    "ok: Node 20.19.0 on linux",
    "ok: zsh reads what `iamgen listen` prints",
    "ok: recordings go to /tmp/iamgen",
    "ok: certificates and the hook's files go to /tmp/iamgen",
  ]);
});

test("a system where programs cannot be reached", () => {
  expect(told({}, { platform: "win32" })[0]).toMatch(/^problem: `run` cannot reach programs on win32 -> /);
});

test.each([
  ["/usr/bin/fish", "note: fish has a syntax of its own -> `iamgen listen --print-env fish`"],
  ["/usr/bin/pwsh", "note: pwsh has a syntax of its own -> `iamgen listen --print-env powershell`"],
  ["/bin/tcsh", "note: tcsh does not read what `iamgen listen` prints -> `--print-env json` is for any"],
])("the shell %s", (shell, line) => {
  expect(told({ SHELL: shell })).toContain(line);
});

test("no shell known is nothing to tell", () => {
  expect(told({})).toHaveLength(3);
});

test("a place that takes no files", () => {
  const file = join(tempDir(), "file");
  writeFileSync(file, "");
  expect(told({ XDG_STATE_HOME: file })).toContain(
    `problem: recordings cannot go to ${file}/iamgen: it cannot be written -> name a place: \`iamgen run --recording FILE -- …\``,
  );
});
