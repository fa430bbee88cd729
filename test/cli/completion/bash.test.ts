import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { bashCompletion } from "../../../src/cli/completion/bash.ts";
import { VERBS } from "../../../src/cli/verbs.ts";

/** What bash itself replies to a line whose last word is being completed. */
function replies(...words: readonly string[]): string[] {
  const quoted = words.map((word) => `'${word}'`).join(" ");
  const script = `${bashCompletion()}
COMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}; _iamgen; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync("bash", ["--norc", "-c", script], { encoding: "utf8" })
    .split("\n")
    .filter((line) => line !== "");
}

describe("bash completes", () => {
  test("commands", () => {
    expect(replies("iamgen", "")).toEqual([...VERBS.map(({ verb }) => verb), "--help", "--version"]);
    expect(replies("iamgen", "re")).toEqual(["report"]);
  });

  test("options of the command that was typed", () => {
    expect(replies("iamgen", "run", "--out")).toEqual(["--output"]);
    expect(replies("iamgen", "merge", "--in")).toEqual(["--into"]);
    expect(replies("iamgen", "run", "--in")).toEqual(["--intercept"]);
    expect(replies("iamgen", "listen", "--")).toContain("--print-env");
    expect(replies("iamgen", "run", "--help")).toEqual(["--help", "--help-all"]);
  });

  test.each([
    [["iamgen", "run", "--", "tru"]],
    [["iamgen", "run", "tru"]],
    [["iamgen", "run", "-o", "x.json", "--strict", "--", "tru"]],
    [["iamgen", "run", "--denied", "=", "only", "tru"]],
  ])("the wrapped command: %j", (words) => {
    expect(replies(...words)).toContain("true");
  });

  test("the option after one whose value may be left out", () => {
    expect(replies("iamgen", "listen", "--csm", "--no-p")).toEqual(["--no-proxy"]);
    expect(replies("iamgen", "listen", "--csm", "310")).toEqual([]);
  });

  test.each([
    [["iamgen", "run", "--denied", "ex"], ["exclude"]],
    [["iamgen", "run", "--denied", "=", "ex"], ["exclude"]],
    [
      ["iamgen", "run", "--denied", "="],
      ["include", "exclude", "only"],
    ],
    [["iamgen", "check", "--format", "s"], ["sarif"]],
    [
      ["iamgen", "policy", "--format", "s"],
      ["sam", "serverless"],
    ],
    [["iamgen", "completion", "z"], ["zsh"]],
  ])("values: %j", (words, expected) => {
    expect(replies(...words)).toEqual(expected);
  });

  test.each([
    [["iamgen", "run", "-o", "--st"]],
    [["iamgen", "policy", "--output", ""]],
    [["iamgen", "report", ""]],
    [["iamgen", "run", "--", "npm", "--st"]],
    [["iamgen", "run", "npm", "--st"]],
  ])("nothing of ours where a file or another program's option stands: %j", (words) => {
    expect(replies(...words)).toEqual([]);
  });
});
