import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fishCompletion } from "../../../src/cli/completion/fish.ts";
import { VERBS } from "../../../src/cli/verbs.ts";
import { because } from "../../support/skip-reason.ts";
import { tempDir } from "../../support/temp-dir.ts";
import { runTool, toolMissing } from "../../support/tool.ts";

const lines = fishCompletion().split("\n");

test.each([
  ["a path", "-n '__iamgen_is policy' -l output -s o -r -F -d 'write the policy to FILE (-: stdout)'"],
  ["choices", "-n '__iamgen_is check' -l fail-on -x -a 'missing excess any'"],
  ["a switch", "-n '__iamgen_is merge' -l diff -d 'print the change, write nothing'"],
  ["a value that may be left out", "-n '__iamgen_is listen' -l csm -d "],
  ["a quote in what it says", "-n '__iamgen_is listen' -l intercept -x -d 'read this host\\'s requests too'"],
  ["operands of a list", "-n '__iamgen_is completion' -x -a 'bash zsh fish'"],
])("%s", (_, rest) => {
  expect(lines.filter((line) => line.startsWith(`complete -c iamgen ${rest}`))).toHaveLength(1);
});

const missing = toolMissing("fish", ["fish", "--version"]);

/** What fish itself offers at the end of a line, without the descriptions. */
function offered(line: string): string[] {
  const directory = tempDir();
  writeFileSync(join(directory, "iamgen.fish"), fishCompletion());
  writeFileSync(join(directory, "Readme.txt"), "");
  const script = `set -gx HOME ${directory}; source iamgen.fish; complete -C '${line}'`;
  const { status, output } = runTool(["fish", "--no-config", "-c", script], directory);
  expect(status, output).toBe(0);
  return output.split("\n").flatMap((row) => row.split("\t")[0] || []);
}

describe.skipIf(missing !== undefined)(`fish completes${because(missing)}`, () => {
  test("commands, once", () => {
    expect(offered("iamgen ").sort()).toEqual(VERBS.map(({ verb }) => verb).sort());
    expect(offered("iamgen explain policy --wi")).toEqual([]);
  });

  test.each([
    ["iamgen --v", ["--version"]],
    ["iamgen run --den", ["--denied"]],
    ["iamgen run --help-", ["--help-all"]],
    ["iamgen run --denied ex", ["exclude"]],
    ["iamgen run --denied=ex", ["--denied=exclude"]],
    ["iamgen check --format s", ["sarif"]],
    ["iamgen run -o Rea", ["Readme.txt"]],
    ["iamgen report Rea", ["Readme.txt"]],
    ["iamgen listen --csm --no-p", ["--no-proxy"]],
  ])("%s", (line, expected) => {
    expect(offered(line)).toEqual(expected);
  });

  test.each([
    ["iamgen run -- iamgen rep"],
    ["iamgen run iamgen rep"],
    ["iamgen run -o x.json --strict -- iamgen rep"],
    ["iamgen run --region=eu-west-1 iamgen rep"],
  ])("the wrapped command as it would alone: %s", (line) => {
    expect(offered(line)).toEqual(["report"]);
  });

  test("none of our options behind a wrapped command", () => {
    expect(offered("iamgen run -- true --st")).toEqual([]);
    expect(offered("iamgen run true --st")).toEqual([]);
  });
});
