import { describe, expect, test } from "vitest";
import { helpText } from "../../src/cli/help.ts";
import { VERBS } from "../../src/cli/verbs.ts";
import { VERSION } from "../../src/library/version.ts";
import { project } from "../support/project.ts";

describe("what is asked for goes to stdout", () => {
  test.each([
    [["--help"], helpText()],
    [[], helpText()],
    [["--version"], `${VERSION}\n`],
    ...VERBS.map(({ verb }): [string[], string] => [[verb, "--help"], helpText(verb)]),
  ])("iamgen %j", async (argv, text) => {
    expect(await project().iamgen(...argv)).toEqual({ exitCode: 0, signal: null, stdout: text, stderr: "" });
  });
});

describe("errors", () => {
  test.each([
    [["fly"], 2, "iamgen: unknown command `fly`\nhint: run `iamgen --help`\n"],
    [["policy", "--fly"], 2, "iamgen: unknown option `--fly`\nhint: run `iamgen policy --help`\n"],
    [
      ["policy", "--account", "me"],
      2,
      "iamgen: cannot use `me` for `--account`\nhint: for example `--account 111122223333`\n",
    ],
    [["policy", "none.ndjson"], 4, "iamgen: cannot read recording `none.ndjson`: no such file or directory\n"],
    [
      ["report"],
      4,
      "iamgen: no finished recording of this project\nhint: make one: `iamgen run -- npm test`, or name a file\n",
    ],
    [["run"], 125, "iamgen: no command to run\nhint: put it after `--`: `iamgen run -- npm test`\n"],
    [["run", "--fly", "--", "true"], 125, "iamgen: unknown option `--fly`\nhint: run `iamgen run --help`\n"],
  ])("iamgen %j ends with %i and says what to do", async (argv, exitCode, stderr) => {
    expect(await project().iamgen(...argv)).toEqual({ exitCode, signal: null, stdout: "", stderr });
  });
});

test("a reader that goes away early is no error", async () => {
  const place = project();
  const started = place.start("run", "--help");
  started.child.stdout?.destroy();
  expect((await started.finished).stderr).toBe("");
});
